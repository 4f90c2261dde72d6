"""Questioning and inquiries: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.questions import CALLED, OPEN, SeatDuty, SessionState
from supervision.states.session_issues import ENDED, WITH_BODY, IssueState

S = SessionState


class QuestionSessionQuerySet(QuerySet):
    """Questions about sessions."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; those a township organises; for deputies where they sit, for bodies once they are told."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        bodies = user.organisations(*ANSWERING)
        named = Q(body__in=bodies, session__state__in=CALLED)
        named &= Q(at_random=False) | Q(session__opened_at__isnull=False)
        sits = Q(deputy__user=user) & ~Q(session__state=S.PREPARING)
        seats = self._related("seats").filter(sits | named).order_by().values("session")
        handed = self._related("issues").filter(body__in=bodies, state__in=WITH_BODY).order_by().values("session")
        own = Q(organiser__in=user.organisations(Role.TOWNSHIP_CLERK))
        return self.filter(own | Q(pk__in=seats) | Q(pk__in=handed))

    def run_by(self, user: Any, on: date) -> Self:
        """What this person prepares: all for the office, else those of his committee, township or street."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*OFFICE, on=on):
            return self.all()
        return self.filter(organiser__in=user.organisations(Role.COMMITTEE, Role.TOWNSHIP_CLERK, on=on))

    def open(self) -> Self:
        """Neither settled nor called off."""
        return self.filter(state__in=OPEN)

    def public(self) -> Self:
        """What everybody may read."""
        return self.filter(published_at__isnull=False)

    def to_ask(self, user: Any, on: date) -> Self:
        """Where this deputy asks, and the floor has not been shut."""
        rows = self.filter(seats__deputy__user=user, seats__duty=SeatDuty.ASKS, shut_at__isnull=True)
        return rows.filter(state__in=(S.MOBILISING, S.SORTING, S.HOLDING)).order_by("starts_at", "pk")

    def to_answer(self, user: Any, on: date) -> Self:
        """Where this person's body was called to answer, until the floor is shut."""
        bodies = user.organisations(*ANSWERING, on=on)
        seats = self._related("seats").filter(body__in=bodies, duty=SeatDuty.ANSWERS).order_by().values("session")
        rows = self.visible_to(user).filter(pk__in=seats, state=S.HOLDING, shut_at__isnull=True)
        return rows.order_by("starts_at", "pk")

    def with_names(self) -> Self:
        return self.select_related("organiser", "field", "decided_by", "rule", "undertaking__kind")

    def with_figures(self) -> Self:
        """How many issues stand on the list, and how many of them are settled."""
        listed = Count("issues", filter=~Q(issues__state=IssueState.DROPPED), distinct=True)
        settled = Count("issues", filter=Q(issues__state=IssueState.CLOSED), distinct=True)
        return self.annotate(listed=listed, settled=settled)

    def waiting(self) -> Self:
        """With an issue that is not settled."""
        return self.filter(pk__in=self._related("issues").exclude(state__in=ENDED).order_by().values("session"))

    def _related(self, name: str) -> Any:
        return self.model._meta.get_field(name).related_model._default_manager
