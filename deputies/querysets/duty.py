"""Which lines of the performance file, and which kinds of duty."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from deputies import people
from deputies.querysets.dated import DatedQuerySet
from deputies.querysets.register import looked_after_by
from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import IN_FORCE, Approver, DutyState, Level
from foundation.accounts.roles import Role
from foundation.workdays.clock import today


class DutyKindQuerySet(DatedQuerySet):
    """Questions about kinds of duty."""

    def reportable_on(self, day: date) -> Self:
        """What a deputy may report himself on that day."""
        return self.on(day).filter(self_reported=True)


class DutyEntryQuerySet(QuerySet):
    """Questions about lines of the file."""

    def visible_to(self, user: Any) -> Self:
        """The lines of every file this person may open."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_REGISTER):
            return self.all()
        return self.filter(Q(deputy__user=user) | Q(deputy__in=self._seats(seats_near(user)).values("deputy")))

    def in_force(self) -> Self:
        """Counted, or waiting to be confirmed."""
        return self.filter(state__in=IN_FORCE)

    def counting(self) -> Self:
        """What stands in the file and gives points."""
        return self.filter(state=DutyState.CONFIRMED)

    def public(self) -> Self:
        """What may be told to everybody: confirmed, and of a kind that is made public (代表法 58)."""
        return self.counting().filter(kind__is_public=True)

    def waiting(self) -> Self:
        """Reported and not yet confirmed."""
        return self.filter(state=DutyState.REPORTED)

    def waiting_for(self, user: Any) -> Self:
        """Reported lines this person may confirm: all for the office, those of his group for a convener."""
        if not user.is_authenticated:
            return self.none()
        rows = self.waiting().exclude(deputy__user=user)
        if user.has_role(*KEEPERS):
            return rows
        return rows.filter(self._of_group(user) | self._of_township(user))

    def of_source(self, source: Model) -> Self:
        """The lines that came out of one row of this or a higher room."""
        kind = ContentType.objects.get_for_model(source)
        return self.filter(source_type=kind, source_id=str(source.pk))

    def in_period(self, first: date, last: date) -> Self:
        """By the day of the duty, both days counted."""
        return self.filter(on__range=(first, last))

    def of_year(self, year: int) -> Self:
        """By the day of the duty."""
        return self.in_period(date(year, 1, 1), date(year, 12, 31))

    def with_names(self) -> Self:
        """With everything a line shows."""
        return self.select_related("deputy", "kind", "source_type", "reported_by", "confirmed_by")

    def _of_group(self, user: Any) -> Q:
        groups = people.groups_of(user, today()) if user.has_role(Role.GROUP_CONVENER) else set()
        mine = self._seats(Q(group__in=groups)).values("deputy")
        return Q(kind__approver=Approver.GROUP, deputy__in=mine) & ~Q(level=Level.TOWNSHIP)

    def _of_township(self, user: Any) -> Q:
        offices = user.organisations(Role.TOWNSHIP_CLERK)
        mine = self._seats(Q(level=Level.TOWNSHIP) & looked_after_by(offices)).values("deputy")
        return Q(level=Level.TOWNSHIP, deputy__in=mine)

    def _seats(self, condition: Q) -> Any:
        deputy = self.model._meta.get_field("deputy").related_model
        return deputy._meta.get_field("mandates").related_model.objects.filter(condition).order_by()


def seats_near(user: Any) -> Q:
    """Seats of the delegation one heads, the group one convenes, the township one works for."""
    found = Q(pk__in=[])
    if user.has_role(Role.DELEGATION_HEAD):
        found |= Q(delegation__in=people.delegations_of(user, today()))
    if user.has_role(Role.GROUP_CONVENER):
        found |= Q(group__in=people.groups_of(user, today()))
    if offices := user.organisations(Role.TOWNSHIP_CLERK):
        found |= looked_after_by(offices)
    return found


class DutyObjectionQuerySet(QuerySet):
    """Questions about objections."""

    def visible_to(self, user: Any) -> Self:
        """Those about lines this person may open."""
        lines = self.model._meta.get_field("entry").related_model.objects.visible_to(user)
        return self.filter(entry__in=lines.order_by().values("pk"))

    def waiting(self) -> Self:
        """Not answered yet."""
        return self.filter(accepted=None)
