"""Requests for service and for protection: found by nobody but the deputy, the office and the leaders."""

from typing import Any, Self

from django.db.models import QuerySet

from deputies import rules
from deputies.states import RequestState


class ServiceRequestQuerySet(QuerySet):
    """Questions about requests."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*rules.KEEPERS, *rules.LEADERS):
            return self.all()
        return self.filter(deputy__user=user)

    def to_handle(self) -> Self:
        """What the office owes."""
        return self.filter(state__in=(RequestState.ASKED, RequestState.ACCEPTED))

    def to_settle(self, user: Any) -> Self:
        """Answered, and waiting for this deputy's word."""
        return self.filter(state=RequestState.ANSWERED, deputy__user=user)
