"""Which yearly plans of supervision, and which of their topics."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import OFFICE, READERS
from supervision.states.plan import SETTLED, PlanState
from supervision.states.undertaking import UndertakingState


class PlanYearQuerySet(QuerySet):
    """Questions about plans."""

    def public(self) -> Self:
        """What everybody may read."""
        return self.filter(state=PlanState.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """All for the house, for everybody else what is published."""
        if user.is_authenticated and user.has_role(*READERS):
            return self.all()
        return self.public()

    def with_counts(self) -> Self:
        """With the number of topics that stand."""
        return self.annotate(topic_count=Count("topics", filter=Q(topics__dropped_at=None)))


class PlanTopicQuerySet(QuerySet):
    """Questions about topics."""

    def public(self) -> Self:
        return self.filter(plan__state=PlanState.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """Those of the plans one may read."""
        if user.is_authenticated and user.has_role(*READERS):
            return self.all()
        return self.public()

    def standing(self) -> Self:
        return self.filter(dropped_at=None)

    def settled(self) -> Self:
        """Of plans that the council of chairpersons has adopted."""
        return self.filter(plan__state__in=SETTLED)

    def of_year(self, year: int) -> Self:
        return self.filter(plan__year=year)

    def to_start(self, user: Any, on: date) -> Self:
        """Adopted, not begun, and its first month is here: all for the office, a committee its own."""
        rows = self.standing().filter(plan__state__in=SETTLED, plan__year__lte=on.year)
        rows = rows.exclude(plan__year=on.year, month_from__gt=on.month)
        rows = rows.filter(Q(undertaking=None) | Q(undertaking__state=UndertakingState.CANCELLED))
        if user.has_role(*OFFICE, on=on):
            return rows
        return rows.filter(committee__in=user.organisations(Role.COMMITTEE, on=on))

    def with_names(self) -> Self:
        rows = self.select_related("plan", "committee", "kind", "undertaking__meeting")
        return rows.prefetch_related("bodies")
