"""Deliberation opinions: which of them whom concerns."""

from datetime import date
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import ANSWERING, LEADERS, OFFICE, READERS
from supervision.states.opinion import WITH_BODY, OpinionState

S = OpinionState


class OpinionQuerySet(QuerySet):
    """Questions about opinions."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; a body's own once handed to it; what is published for a deputy."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = Q(unit__in=user.organisations(*ANSWERING), state__in=WITH_BODY)
        return self.filter(mine | Q(published_at__isnull=False) if user.has_role(Role.DEPUTY) else mine)

    def public(self) -> Self:
        """What anybody may read, the latest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def overdue_on(self, day: date) -> Self:
        """Whose report is still owed although its day has passed."""
        return self.filter(state__in=(S.HANDED, S.COMMENTING, S.WRITING), due_on__lt=day)

    def to_answer(self, user: Any, on: date) -> Self:
        """What a body has to do: to plan, to report."""
        bodies = user.organisations(*ANSWERING, on=on)
        return self.filter(unit__in=bodies, state__in=(S.HANDED, S.WRITING)).order_by("due_on", "pk")

    def to_steer(self, user: Any, on: date) -> Self:
        """What waits for the committee; for the office what the council decides."""
        committees = user.organisations(Role.COMMITTEE, on=on)
        mine = Q(committee__in=committees, state__in=(S.DRAFT, S.ADOPTED, S.COMMENTING, S.REPORTED))
        if user.has_role(*OFFICE, on=on):
            mine |= Q(state__in=(S.DRAFT, S.ADOPTED, S.REPORTED))
        return self.filter(mine).order_by("drafted_at", "pk")

    def to_decide(self, user: Any, on: date) -> Self:
        """Those whose body asks for more time, for the leader in charge of it."""
        if not user.has_role(*LEADERS, on=on):
            return self.none()
        waiting = self.model._meta.get_field("delays").related_model._default_manager.waiting()
        mine = Q(unit__leader_in_charge=user) | Q(unit__leader_in_charge__isnull=True)
        return self.filter(mine, Exists(waiting.filter(opinion=OuterRef("pk")))).order_by("due_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("unit", "committee", "meeting", "council", "undertaking")
