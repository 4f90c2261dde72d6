"""Letters everybody may read."""

from typing import Self

from django.db.models import F, QuerySet


class PublicLetterQuerySet(QuerySet):
    """Copies of letters; only the standing one of a letter that is public is ever shown."""

    def published(self) -> Self:
        """The standing copies of public letters: the one filter of list, page and search."""
        return self.filter(letter__public_copy=F("pk"), letter__published_at__isnull=False)
