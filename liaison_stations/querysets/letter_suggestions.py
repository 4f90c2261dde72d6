"""Letters that have gone into suggestions."""

from typing import Any, Self

from django.db.models import QuerySet

from foundation.web.kept_keys import KeptKeys

# Every case page asks; few cases came from letters. A link never goes away, so the keys only grow.
PAPERS = KeptKeys("liaison_stations:papers-with-letters")


class LetterSuggestionQuerySet(QuerySet):
    """Questions about the links of letters and suggestions."""

    def visible_to(self, user: Any) -> Self:
        """Links of the letters this person reads."""
        letters = self.model._meta.get_field("letter").related_model.objects.visible_to(user)
        return self.filter(letter__in=letters.values("pk"))

    def papers(self) -> frozenset[int]:
        """Keys of all suggestions that letters went into."""
        return PAPERS.of(self.values_list("suggestion_id", flat=True))

    def standing(self) -> Self:
        """Links whose writers still wait for the outcome."""
        return self.filter(ended_at__isnull=True)
