"""Supervision carried out: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.undertaking import StepState, UndertakingState

S = UndertakingState
TOLD = (S.UNDER_WAY, S.CONCLUDED)


class UndertakingQuerySet(QuerySet):
    """Questions about supervision carried out."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; a body's own once they have begun and are not kept from it; what is published, and those
        in whose team he works, for a deputy."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = Q(pk__in=self._of("team").filter(user=user).values("undertaking"), state__in=TOLD)
        if bodies := user.organisations(*ANSWERING):
            rows = self._of("bodies").filter(organisation__in=bodies).values("undertaking")
            mine |= Q(pk__in=rows, state__in=TOLD) & not_hidden(today())
        if user.has_role(Role.DEPUTY):
            mine |= Q(published_at__isnull=False)
        return self.filter(mine)

    def public(self) -> Self:
        """What anybody may read."""
        return self.filter(not_hidden(today()), published_at__isnull=False)

    def run_by(self, user: Any, on: date) -> Self:
        """Those this person carries on: the committee's own, all for the office."""
        if user.has_role(*OFFICE, on=on):
            return self.all()
        return self.filter(committee__in=user.organisations(Role.COMMITTEE, on=on))

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)

    def held_between(self, first: date, last: date) -> Self:
        """Heard from the one day to the other: by the meeting's own day, else by the day thought of."""
        own, thought = Q(meeting__opens_on__range=(first, last)), Q(meeting_on__range=(first, last))
        return self.filter(own | Q(meeting__opens_on__isnull=True) & thought)

    def running(self) -> Self:
        return self.filter(state__in=(S.PLANNED, S.UNDER_WAY))

    def with_names(self) -> Self:
        return self.select_related("kind", "committee", "meeting").prefetch_related("bodies__organisation")

    def with_progress(self) -> Self:
        """With how many steps there are and how many are no longer open."""
        settled = Q(steps__state__in=(StepState.DONE, StepState.SKIPPED))
        return self.annotate(step_count=Count("steps"), settled_count=Count("steps", filter=settled))

    def _of(self, field: str) -> Any:
        related: Any = self.model._meta.get_field(field).related_model
        return related._default_manager.order_by()


def not_hidden(on: date) -> Q:
    """Whatever the bodies may know on the day `on`."""
    return Q(hidden_until__isnull=True) | Q(hidden_until__lte=on)
