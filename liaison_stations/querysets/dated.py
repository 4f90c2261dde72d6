"""Rows that hold from a day until a day: a deputy's place at a station, a keeper's charge."""

from datetime import date
from typing import Self

from django.db.models import Q, QuerySet


class HeldQuerySet(QuerySet):
    """Asked for a day, never for "now"."""

    def active_on(self, day: date) -> Self:
        """Rows that hold on `day`; the last day is included."""
        return self.filter(Q(until_date__isnull=True) | Q(until_date__gte=day), from_date__lte=day)
