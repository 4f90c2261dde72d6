"""Stations: who reads which in the register, what the public sees, who keeps which."""

from datetime import date
from typing import Any, Self

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from liaison_stations.rules import READERS


class StationQuerySet(QuerySet):
    def visible_to(self, user: Any) -> Self:
        """Rows of the register: all for the congress's house, else one's own area, charge or place of duty."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        day = today()
        mine = Q(pk__in=self._of("keepers").active_on(day).filter(user=user).values("station"))
        if not user.has_role(Role.STATION_KEEPER):
            mine = Q(pk__in=[])
        if offices := user.organisations(Role.TOWNSHIP_CLERK):
            mine |= lying_under(offices)
        if people.mandates_of(user, day):
            posted = self._of("places").active_on(day).filter(deputy__user=user)
            mine |= Q(pk__in=posted.values("station"))
        return self.filter(mine)

    def public_on(self, day: date) -> Self:
        """Stations that are open on `day`: what everybody may read."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), opened_on__lte=day)

    def kept_by(self, user: Any, day: date) -> Self:
        """Stations this person may keep on `day`: same answer as `rules.may_keep`, as rows."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(Role.CLERK, Role.SECRETARY):
            return self.all()
        mine = lying_under(user.organisations(Role.TOWNSHIP_CLERK))
        if user.has_role(Role.STATION_KEEPER, on=day):
            mine |= Q(pk__in=self._of("keepers").active_on(day).filter(user=user).values("station"))
        return self.filter(mine)

    def of_deputy(self, deputy: Any, day: date) -> Self:
        """Stations this deputy is posted to on `day`."""
        posted = self._of("places").active_on(day).filter(deputy=deputy)
        return self.filter(pk__in=posted.values("station"))

    def serving(self, area: Any) -> Self:
        """Stations whose charge `area` is: it lies there or is named among the areas covered."""
        return self.filter(Q(area=area) | Q(pk__in=self.filter(covers=area).values("pk")))

    def in_order(self) -> Self:
        """Township by township, in each the home before stations before points."""
        below = Q(area__kind__in=["village", "community"], area__parent__isnull=False)
        town = Case(When(below, then=F("area__parent")), default=F("area"))
        ranks = [When(tier=tier, then=Value(rank)) for rank, tier in enumerate(("home", "station", "point"))]
        return self.alias(town=town, rank=Case(*ranks, output_field=IntegerField())).order_by(
            "town", "rank", "name", "pk"
        )

    def register_rows(self) -> Self:
        """With what a line of the register shows."""
        return self.select_related("kind", "area__parent")

    def count_visit(self, station: Any, day: date) -> None:
        """One more on that day; two at the same moment are both counted."""
        visits = self._of("visits")
        _, made = visits.get_or_create(station=station, on=day, defaults={"count": 1})
        if not made:
            visits.filter(station=station, on=day).update(count=F("count") + 1)

    def _of(self, relation: str) -> Any:
        return self.model._meta.get_field(relation).related_model.objects


def lying_under(offices: set[int]) -> Q:
    """Stations in the area of one of these township or street offices, or in a village or community of it."""
    if not offices:
        return Q(pk__in=[])
    return Q(area__organisation__in=offices) | Q(area__parent__organisation__in=offices)
