"""Bills of appointments and the people in them: whom they concern."""

from typing import Any, Self

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from supervision.rules.house import ANSWERING, READERS
from supervision.states.appointments import AppointmentState, ExamState

S = AppointmentState
BEFORE_THE_VOTE = (S.FILED, S.TABLED)


class AppointmentQuerySet(QuerySet):
    """Questions about bills."""

    def visible_to(self, user: Any) -> Self:
        """The house reads all; whoever acts for the proposer what it has proposed."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(proposer__in=user.organisations(*ANSWERING))

    def under_way(self) -> Self:
        """Neither decided nor withdrawn, the next meeting first."""
        return self.filter(state__in=(S.FILED, S.TABLED, S.VOTED)).order_by("meeting__opens_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("proposer", "meeting", "council", "decision")

    def with_figures(self) -> Self:
        """How many people each names."""
        return self.annotate(people=Count("nominees"))


class NomineeQuerySet(QuerySet):
    """Questions about people to be appointed or removed."""

    def visible_to(self, user: Any) -> Self:
        """Oneself; the proposer's people its own; the house all."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        bodies = user.organisations(*ANSWERING)
        own = Q(user=user, invited_at__isnull=False)
        return self.filter(own | Q(appointment__proposer__in=bodies))

    def to_state(self, user: Any) -> Self:
        """One's own service statement is asked for, and there is none yet."""
        mine = self.filter(user=user, invited_at__isnull=False, kind__needs_statement=True, statement__isnull=True)
        return mine.filter(appointment__state__in=BEFORE_THE_VOTE).order_by("invited_at", "pk")

    def with_exam(self) -> Self:
        """Sets `has_passed`."""
        exams = self.model._meta.get_field("exams").related_model._default_manager
        passed = exams.filter(nominee=OuterRef("pk"), state=ExamState.MARKED, is_passed=True)
        return self.annotate(has_passed=Exists(passed))

    def with_names(self) -> Self:
        return self.select_related("appointment__meeting", "appointment__proposer", "kind", "organ", "user")
