"""Steps of supervision: which of them wait for whom, and who reads them."""

from datetime import date
from typing import Any, Self

from django.db.models import F, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.undertaking import StepActor, StepState, UndertakingState

A = StepActor
RUNNING = {"state": StepState.OPEN, "undertaking__state": UndertakingState.UNDER_WAY}


class StepQuerySet(QuerySet):
    """Questions about steps."""

    def visible_to(self, user: Any) -> Self:
        """Of every supervision one finds; a body reads its own steps and those that are shared with it."""
        parents = self.model._meta.get_field("undertaking").related_model.objects
        rows = self.filter(undertaking__in=parents.visible_to(user).order_by().values("pk"))
        if not user.is_authenticated or user.has_role(*READERS):
            return rows
        team = Q(undertaking__team__user=user)
        own = Q(organisation__in=user.organisations(*ANSWERING)) | Q(is_shared=True, organisation__isnull=True)
        kept = rows.filter(own | team).order_by().values("pk")
        return rows.filter(pk__in=kept)

    def to_answer(self, user: Any) -> Self:
        """What the body of this person has to do."""
        hidden = Q(undertaking__hidden_until__gt=today())
        rows = self.filter(organisation__in=user.organisations(*ANSWERING), **RUNNING).exclude(hidden)
        return rows.soonest()

    def to_run(self, user: Any, on: date) -> Self:
        """What the committee, or the office, has to do itself."""
        committees = user.organisations(Role.COMMITTEE, on=on)
        mine = Q(actor=A.COMMITTEE, undertaking__committee__in=committees)
        if user.has_role(*OFFICE, on=on):
            mine |= Q(actor__in=(A.OFFICE, A.COUNCIL))
        return self.filter(mine, **RUNNING).soonest()

    def due_between(self, first: date, last: date) -> Self:
        """Open steps of what is planned or under way, due from the one day to the other."""
        ahead = (UndertakingState.PLANNED, UndertakingState.UNDER_WAY)
        return self.filter(due_on__range=(first, last), state=StepState.OPEN, undertaking__state__in=ahead)

    def late(self, on: date) -> Self:
        """Open steps of what is under way whose day is over."""
        return self.filter(due_on__lt=on, **RUNNING).soonest()

    def waiting_for(self, user: Any, on: date) -> Self:
        """Whatever this person has to do, for a body or in the house."""
        answers, runs = self.to_answer(user).order_by().values("pk"), self.to_run(user, on).order_by().values("pk")
        return self.filter(Q(pk__in=answers) | Q(pk__in=runs)).soonest()

    def soonest(self) -> Self:
        """Those without a day come last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "undertaking", "order", "pk")

    def with_names(self) -> Self:
        return self.select_related("undertaking__kind", "undertaking__committee", "organisation", "done_by")
