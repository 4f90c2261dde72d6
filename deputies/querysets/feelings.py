"""Reports on public feeling: which of them whom concerns."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import rules
from deputies.states import FeelingState

WITH_BODY = (FeelingState.FORWARDED, FeelingState.ANSWERED, FeelingState.CLOSED)


class FeelingQuerySet(QuerySet):
    """Questions about reports on public feeling."""

    def visible_to(self, user: Any) -> Self:
        """The deputy's own; all for the office and the leaders; a body's what was passed on to it."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*rules.KEEPERS, *rules.LEADERS):
            return self.all()
        passed_on = Q(body__in=user.organisations(*rules.ANSWERING), state__in=WITH_BODY)
        return self.filter(Q(deputy__user=user) | passed_on)

    def to_answer(self, user: Any) -> Self:
        """Passed on to this person's body, and not answered."""
        return self.filter(body__in=user.organisations(*rules.ANSWERING), state=FeelingState.FORWARDED)

    def with_names(self) -> Self:
        return self.select_related("deputy", "body", "received_by", "answered_by")
