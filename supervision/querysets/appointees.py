"""People the standing committee has appointed, their yearly duty reports, and what follows from a ballot."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from supervision.rules.house import READERS
from supervision.states.appointees import DutyReportState, MeasureState


class AppointeeQuerySet(QuerySet):
    """Questions about the register."""

    def visible_to(self, user: Any) -> Self:
        """Oneself; the house everybody."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(user=user)

    def in_office(self, on: date) -> Self:
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), appointed_on__lte=on)

    def with_names(self) -> Self:
        return self.select_related("organ", "user")


class DutyRoundQuerySet(QuerySet):
    """Questions about years."""

    def visible_to(self, user: Any) -> Self:
        """The house."""
        return self if user.is_authenticated and user.has_role(*READERS) else self.none()

    def with_figures(self) -> Self:
        """Reports asked for, handed in and accepted."""
        handed = Q(reports__state__in=(DutyReportState.HANDED, DutyReportState.ACCEPTED))
        accepted = Q(reports__state=DutyReportState.ACCEPTED)
        counts = {"asked": Count("reports"), "handed": Count("reports", filter=handed)}
        return self.annotate(**counts, accepted=Count("reports", filter=accepted))


class DutyReportQuerySet(QuerySet):
    """Questions about yearly duty reports."""

    def visible_to(self, user: Any) -> Self:
        """One's own; the house all."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(appointee__user=user)

    def to_write(self, user: Any) -> Self:
        return self.filter(appointee__user=user, state=DutyReportState.ASKED).order_by("round__due_on", "pk")

    def to_check(self) -> Self:
        """Handed in, waiting for the office."""
        return self.filter(state=DutyReportState.HANDED).order_by("handed_at", "pk")

    def with_names(self) -> Self:
        return self.select_related("round", "appointee__organ", "appointee__user")


class AppointeeMeasureQuerySet(QuerySet):
    """Questions about what follows from a ballot."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(report__appointee__user=user)

    def to_report(self, user: Any) -> Self:
        mine = self.filter(report__appointee__user=user, state=MeasureState.ORDERED)
        return mine.order_by("due_on", "pk")

    def to_confirm(self) -> Self:
        return self.filter(state=MeasureState.REPORTED).order_by("due_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("report__round", "report__appointee__organ", "report__appointee__user")
