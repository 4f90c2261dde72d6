"""Applications to sit in on meetings of the standing committee."""

from typing import Any, Self

from django.db.models import QuerySet

from deputies.rules.register import KEEPERS, LEADERS
from deputies.states.contact import ApplicationState


class SitInApplicationQuerySet(QuerySet):
    """Questions about applications."""

    def visible_to(self, user: Any) -> Self:
        """The office and the leaders all, a deputy his own."""
        if not user.is_authenticated:
            return self.none()
        return self.all() if user.has_role(*KEEPERS, *LEADERS) else self.filter(deputy__user=user)

    def open(self) -> Self:
        """Neither settled nor withdrawn, the earliest meeting first."""
        return self.filter(state=ApplicationState.ASKED).order_by("meeting__opens_on", "asked_at", "pk")

    def with_names(self) -> Self:
        return self.select_related("deputy", "meeting__term__congress")
