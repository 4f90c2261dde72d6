"""Which reports."""

from typing import Any, Self

from django.db.models import QuerySet

from congress_portal.reports.rules import states_open_to
from congress_portal.reports.states import ReportState


class ReportQuerySet(QuerySet):
    """Questions about yearly reports."""

    def visible_to(self, user: Any) -> Self:
        """Editions this person may read."""
        return self.filter(state__in=states_open_to(user))

    def of(self, kind: str, year: int) -> Self:
        """All editions of a year, the newest first."""
        return self.filter(kind=kind, year=year).order_by("-edition")

    def light(self) -> Self:
        """Without the tables, which are large."""
        return self.defer("content")

    def waiting(self) -> Self:
        """Asked for and not begun."""
        return self.filter(state=ReportState.ASKED)
