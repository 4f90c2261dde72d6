"""Which calls for topics, and which ideas."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from supervision.rules.house import READERS
from supervision.states.solicitation import SHOWN, IdeaState, SolicitationState


class SolicitationQuerySet(QuerySet):
    """Questions about calls."""

    def public(self) -> Self:
        return self.filter(state__in=SHOWN)

    def accepting(self, on: date) -> Self:
        """Open to the public today."""
        return self.filter(state=SolicitationState.OPEN, opens_on__lte=on, closes_on__gte=on)

    def visible_to(self, user: Any) -> Self:
        if user.is_authenticated and user.has_role(*READERS):
            return self.all()
        return self.public()

    def answered(self) -> Self:
        return self.filter(state=SolicitationState.ANSWERED)

    def to_work_on(self, on: date) -> Self:
        """What the office has to do something about: drafts, calls that ended and are not answered."""
        over = Q(state=SolicitationState.OPEN, closes_on__lt=on)
        return self.filter(over | Q(state__in=(SolicitationState.DRAFT, SolicitationState.CLOSED)))

    def with_counts(self) -> Self:
        waiting = Q(ideas__state=IdeaState.RECEIVED)
        return self.annotate(idea_count=Count("ideas"), waiting_count=Count("ideas", filter=waiting))


class TopicIdeaQuerySet(QuerySet):
    """Questions about ideas."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; everybody else his own."""
        if not user.is_authenticated:
            return self.none()
        return self.all() if user.has_role(*READERS) else self.filter(put_by=user)

    def waiting(self) -> Self:
        return self.filter(state=IdeaState.RECEIVED)

    def with_names(self) -> Self:
        return self.select_related("solicitation", "topic__plan", "suggestion", "letter", "put_by", "committee")
