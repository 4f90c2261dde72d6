"""Letters that have gone into suggestions."""

from typing import Any, Self

from django.db.models import QuerySet


class LetterSuggestionQuerySet(QuerySet):
    """Questions about the links of letters and suggestions."""

    def visible_to(self, user: Any) -> Self:
        """Links of the letters this person reads."""
        letters = self.model._meta.get_field("letter").related_model.objects.visible_to(user)
        return self.filter(letter__in=letters.values("pk"))

    def standing(self) -> Self:
        """Links whose writers still wait for the outcome."""
        return self.filter(ended_at__isnull=True)
