"""Tasks handed down: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import OFFICE, READERS
from supervision.states.handed import OPEN, OWED, HandedState


class HandedTaskQuerySet(QuerySet):
    """Questions about tasks handed down."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; for a township or street its own."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        return self.filter(answerer__in=user.organisations(Role.TOWNSHIP_CLERK))

    def owed_by(self, user: Any, on: date) -> Self:
        """What this person's own house still has to take or to report, the earliest due first."""
        mine = user.organisations(Role.TOWNSHIP_CLERK, on=on) | user.organisations(Role.COMMITTEE, on=on)
        return self.filter(answerer__in=mine, state__in=OWED).order_by("due_on", "pk")

    def to_judge(self, user: Any) -> Self:
        """Reports the office has to accept, send up or give back."""
        if not (user.is_authenticated and user.has_role(*OFFICE)):
            return self.none()
        return self.filter(state__in=(HandedState.REPORTED, HandedState.SENT_UP)).order_by("due_on", "pk")

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def of_year(self, organisation: Any, year: int) -> Self:
        """Handed to this house in the year and not taken back, in the order of their days."""
        rows = self.filter(Q(answerer=organisation), handed_on__year=year)
        return rows.exclude(state=HandedState.CANCELLED).order_by("handed_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("answerer", "parent")


class HandedEntryQuerySet(QuerySet):
    def with_names(self) -> Self:
        return self.select_related("by")
