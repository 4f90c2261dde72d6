"""Interpellations: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.interpellations import WITH_BODY, ProposalState

S = ProposalState


class InterpellationQuerySet(QuerySet):
    """Questions about interpellations."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; for deputies what they raised, for bodies what they have to answer."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        raised = self.filter(initiators__user=user).order_by().values("pk")
        asked = Q(body__in=user.organisations(*ANSWERING), state__in=WITH_BODY, kind="interpellation")
        return self.filter(Q(pk__in=raised) | asked)

    def to_answer(self, user: Any) -> Self:
        return self.filter(body__in=user.organisations(*ANSWERING), state=S.ACCEPTED).order_by("due_on", "pk")

    def to_steer(self, user: Any, on: date) -> Self:
        """What the office has to bring to a decision, or to the initiators."""
        if not user.has_role(*OFFICE, on=on):
            return self.none()
        return self.filter(state__in=(S.RAISED, S.ANSWERED)).order_by("raised_at", "pk")

    def with_names(self) -> Self:
        return self.select_related("body", "meeting", "decided_by", "rule")
