"""Reports to voters: which of them whom concerns, and who has not reported yet in this term."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import people
from deputies.querysets.register import looked_after_by
from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import GIVEN, VoterReportState
from foundation.accounts.roles import Role
from foundation.workdays.clock import today

S = VoterReportState
OF_OFFICE = (S.SUBMITTED, S.ACCEPTED, S.HELD, S.RECTIFIED)
OF_DEPUTY = (S.PLANNED, S.RECTIFYING)


class VoterReportQuerySet(QuerySet):
    """Questions about reports to voters."""

    def visible_to(self, user: Any) -> Self:
        """One's own, those one looks after, all for the house; deputies read what has been published of colleagues."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_REGISTER):
            return self.all()
        scope = Q(mandate__deputy__user=user) | self._kept(user)
        if mine := people.mandates_of(user, today()):
            scope |= Q(published_at__isnull=False, mandate__term__in={seat.term_id for seat in mine})
        if user.has_role(Role.DELEGATION_HEAD):
            scope |= Q(mandate__delegation__in=people.delegations_of(user, today()))
        return self.filter(scope)

    def kept_by(self, user: Any) -> Self:
        """Those this person arranges: all for the liaison office, those of its area for a township."""
        if not user.is_authenticated:
            return self.none()
        return self.all() if user.has_role(*KEEPERS) else self.filter(self._kept(user))

    def _kept(self, user: Any) -> Q:
        offices = user.organisations(Role.TOWNSHIP_CLERK)
        if not offices:
            return Q(pk__in=[])
        seats = self.model._meta.get_field("mandate").related_model.objects.filter(looked_after_by(offices))
        return Q(mandate__in=seats.order_by().values("pk"))

    def open_to_all(self) -> Self:
        """Published: statement, and the result once it is (代表法 58)."""
        return self.filter(published_at__isnull=False).exclude(state=S.CANCELLED)

    def waiting_for_office(self, user: Any) -> Self:
        """To be read, called to a meeting, counted or confirmed; a meeting that is called waits for its day."""
        rows = self.kept_by(user).filter(state__in=OF_OFFICE)
        return rows.exclude(state=S.ACCEPTED, activity__isnull=False).order_by("planned_on", "pk")

    def waiting_for_deputy(self, user: Any) -> Self:
        """His statement, or his rectification."""
        return self.filter(mandate__deputy__user=user, state__in=OF_DEPUTY).order_by("planned_on", "pk")

    def given(self) -> Self:
        return self.filter(state__in=GIVEN)

    def to_call(self, user: Any) -> Self:
        """Read, and without a meeting."""
        return self.kept_by(user).filter(state=S.ACCEPTED, activity__isnull=True).order_by("planned_on", "pk")

    def standing(self) -> Self:
        return self.exclude(state=S.CANCELLED)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)

    def with_names(self) -> Self:
        """With everything a line or a page shows."""
        return self.select_related(
            "mandate__deputy",
            "mandate__delegation__area",
            "mandate__constituency__area",
            "mandate__term__congress",
            "activity",
        )

    def due_before(self, day: date) -> Self:
        """Planned for a day before `day` and not given."""
        return self.filter(planned_on__lt=day).exclude(state__in=(*GIVEN, S.CANCELLED))
