"""Which of several local rules is in force."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet


class DatedQuerySet(QuerySet):
    """Local rules with a life of their own: asked for a day, never for "now"."""

    def on(self, day: date) -> Self:
        """Rows in force on `day`."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)

    def latest_on(self, day: date, **key: Any) -> Any | None:
        """The row of `key` that took effect last, or None when none is in force on `day`."""
        return self.on(day).filter(**key).order_by("-valid_from", "-pk").first()
