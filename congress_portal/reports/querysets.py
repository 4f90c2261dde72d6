"""Which reports."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congress_portal.reports.rules import DELIBERATING, OFFICE, states_open_to
from congress_portal.reports.states import SHOWN, DeputyReportState, ReportKind, ReportState
from deputies import people
from deputies.querysets.duty import seats_near
from deputies.querysets.register import looked_after_by
from foundation.accounts.roles import Role
from foundation.workdays.clock import today

# A worker that has said nothing for so long is gone.
LOST_AFTER = timedelta(minutes=5)


class ReportQuerySet(QuerySet):
    """Questions about yearly reports."""

    def visible_to(self, user: Any) -> Self:
        """Editions this person may read."""
        open_to = Q(pk__in=[])
        for kind in ReportKind.values:
            open_to |= Q(kind=kind, state__in=states_open_to(user, kind))
        return self.filter(open_to)

    def of(self, kind: str, year: int) -> Self:
        """All editions of a year, the newest first."""
        return self.filter(kind=kind, year=year).order_by("-edition")

    def light(self) -> Self:
        """Without the tables, which are large."""
        return self.defer("content")

    def waiting(self) -> Self:
        """Asked for and not begun."""
        return self.filter(state=ReportState.ASKED)


class DeputyReportQuerySet(QuerySet):
    """Questions about deputies' own yearly reports."""

    def visible_to(self, user: Any) -> Self:
        """The office all; leaders and members what is confirmed; the deputy, and who reads his file, once it is
        shown to him."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*OFFICE):
            return self.all()
        shown = Q(deputy__user=user) | Q(deputy__in=self._seats(seats_near(user)))
        found = Q(state__in=SHOWN) & shown
        if user.has_role(*DELIBERATING):
            found |= Q(state=DeputyReportState.CONFIRMED)
        return self.filter(found)

    def checked_by(self, user: Any) -> Self:
        """Those this person may check: all for the office, his group's or township's for convener and clerk."""
        rows = self.exclude(deputy__user=user)
        if user.has_role(*OFFICE):
            return rows
        near = Q(pk__in=[])
        if user.has_role(Role.GROUP_CONVENER):
            near |= Q(group__in=people.groups_of(user, today()))
        if offices := user.organisations(Role.TOWNSHIP_CLERK):
            near |= looked_after_by(offices)
        return rows.filter(deputy__in=self._seats(near))

    def of_year(self, year: int) -> Self:
        """The latest edition of each deputy."""
        return self.latest().filter(year=year)

    def latest(self) -> Self:
        """The latest edition of each deputy and year."""
        later = self.model._base_manager.filter(
            deputy=OuterRef("deputy"), year=OuterRef("year"), edition__gt=OuterRef("edition")
        )
        return self.filter(~Exists(later))

    def unconfirmed(self) -> Self:
        return self.exclude(state=DeputyReportState.CONFIRMED)

    def with_trouble(self) -> Self:
        """Those the last count could not make or renew, with the deputy."""
        return self.exclude(failure="").select_related("deputy").order_by("deputy__pinyin_key", "deputy")

    def light(self) -> Self:
        """Without the tables, which are large."""
        return self.defer("content")

    def by_state(self) -> dict[str, int]:
        """State → how many; one query."""
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

    def _seats(self, condition: Q) -> Any:
        deputy = self.model._meta.get_field("deputy").related_model
        seats = deputy._meta.get_field("mandates").related_model.objects
        return seats.filter(condition).order_by().values("deputy")


class BatchRunQuerySet(QuerySet):
    """Questions about steps for many reports."""

    def visible_to(self, user: Any) -> Self:
        """One's own: what was refused names deputies whose reports only its owner may read."""
        return self.filter(asked_by=user) if user.is_authenticated else self.none()

    def lost(self, at: datetime) -> Self:
        """Not finished, and no worker has given a sign for a while."""
        return self.filter(Q(told_at__isnull=True) | Q(told_at__lt=at - LOST_AFTER), finished_at__isnull=True)
