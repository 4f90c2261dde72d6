"""Issues of questionings: which of them whom concerns."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import ANSWERING, READERS
from supervision.states.questions import SessionState
from supervision.states.session_issues import AT_WORK, WITH_BODY, IssueState

S = IssueState


class SessionIssueQuerySet(QuerySet):
    """Questions about issues."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; of the sessions one organises or asks at; for a body what was handed to it."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        asks = self._sessions().filter(seats__deputy__user=user).exclude(state=SessionState.PREPARING)
        own = Q(session__organiser__in=user.organisations(Role.TOWNSHIP_CLERK))
        handed = Q(body__in=user.organisations(*ANSWERING), state__in=WITH_BODY)
        return self.filter(own | Q(session__in=asks.order_by().values("pk")) | handed)

    def public(self) -> Self:
        """Handed over, of a published session, and not withheld."""
        return self.filter(session__published_at__isnull=False, is_public=True, state__in=WITH_BODY)

    def to_plan(self, user: Any) -> Self:
        """The body owes a plan."""
        return self._of_body(user).filter(state=S.HANDED).order_by("handed_at", "pk")

    def to_remedy(self, user: Any) -> Self:
        """The body puts it right."""
        return self._of_body(user).filter(state=S.REMEDY).order_by("handed_at", "pk")

    def to_steer(self, user: Any, on: date) -> Self:
        """What waits for whoever organises: to be agreed, to be reviewed."""
        sessions = self._sessions().run_by(user, on).order_by().values("pk")
        return self.filter(session__in=sessions, state__in=(S.PLANNED, S.REPORTED)).order_by("handed_at", "pk")

    def at_work(self) -> Self:
        return self.filter(state__in=AT_WORK)

    def with_names(self) -> Self:
        return self.select_related("session__organiser", "body", "raised_by__deputy", "raised_by__body")

    def _of_body(self, user: Any) -> Self:
        return self.filter(body__in=user.organisations(*ANSWERING))

    def _sessions(self) -> Any:
        return self.model._meta.get_field("session").related_model._default_manager
