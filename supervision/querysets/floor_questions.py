"""Questions on the floor: what is only prepared, the bodies do not read beforehand."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from foundation.workdays.clock import today
from supervision.rules.house import READERS
from supervision.states.questions import QuestionState

PUT = (QuestionState.ASKED, QuestionState.ANSWERED)


class FloorQuestionQuerySet(QuerySet):
    """Questions about questions."""

    def visible_to(self, user: Any) -> Self:
        """What was put, of every session one finds; what is prepared for whoever runs it, and one's own."""
        sessions = self._sessions().visible_to(user).order_by().values("pk")
        if user.is_authenticated and user.has_role(*READERS):
            return self.filter(session__in=sessions)
        run = self._sessions().run_by(user, today()).order_by().values("pk")
        prepared = Q(session__in=run) | Q(seat__deputy__user=user) if user.is_authenticated else Q(pk__in=[])
        return self.filter(Q(state__in=PUT) | prepared, session__in=sessions)

    def put(self) -> Self:
        return self.filter(state__in=PUT)

    def with_names(self) -> Self:
        return self.select_related("seat__deputy", "seat__body", "issue").prefetch_related(
            "answers__seat__body", "answers__seat__deputy"
        )

    def _sessions(self) -> Any:
        return self.model._meta.get_field("session").related_model._default_manager
