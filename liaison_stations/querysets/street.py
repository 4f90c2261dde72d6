"""Street deliberation congresses: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from liaison_stations.rules.street import READERS


class StreetCongressQuerySet(QuerySet):
    """Questions about congresses."""

    def visible_to(self, user: Any) -> Self:
        """All for the house of the district's congress; one's own street's; for a deputy where he is a member."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = Q(organisation__in=user.organisations(Role.TOWNSHIP_CLERK))
        if seats := people.mandates_of(user, today()):
            members = self.model._meta.get_field("members").related_model.objects
            sits = members.active_on(today()).filter(deputy__in={seat.deputy_id for seat in seats})
            mine |= Q(pk__in=sits.order_by().values("congress"))
        return self.filter(mine)

    def run_by(self, user: Any, on: date) -> Self:
        """Those this person convenes: the clerk of the street; the office all."""
        if user.has_role(Role.CLERK, Role.SECRETARY, on=on):
            return self.all()
        return self.filter(organisation__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))

    def serving_on(self, day: date) -> Self:
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def published(self) -> Self:
        """What anybody may read, by street."""
        return self.filter(published_at__isnull=False).order_by("area", "-number")

    def of_place(self, area: Any) -> Self:
        """Of a street, or of the street a community lies in."""
        return self.filter(area__in=[pk for pk in (area.pk, area.parent_id) if pk])

    def with_names(self) -> Self:
        return self.select_related("area", "organisation")

    def with_figures(self, year: int) -> Self:
        """With how many sit, and how many meetings were held in the year."""
        held = Q(meetings__state="held", meetings__starts_at__year=year)
        return self.annotate(
            seated=Count("members", filter=Q(members__until_date__isnull=True), distinct=True),
            held=Count("meetings", filter=held, distinct=True),
        )


class OfCongressQuerySet(QuerySet):
    """Rows of a congress, found by who finds the congress."""

    path = "congress"

    def visible_to(self, user: Any) -> Self:
        congresses = _congresses(self.model, self.path).visible_to(user)
        return self.filter(**{f"{self.path}__in": congresses.order_by().values("pk")})

    def with_names(self) -> Self:
        return self.select_related(f"{self.path}__area", f"{self.path}__organisation")


class StreetMeetingQuerySet(OfCongressQuerySet):
    def published(self) -> Self:
        """What anybody may read; with a congress that is taken off its meetings go as well."""
        return self.filter(published_at__isnull=False, congress__published_at__isnull=False)


class StreetMatterQuerySet(OfCongressQuerySet):
    path = "meeting__congress"

    def with_names(self) -> Self:
        return super().with_names().select_related("count__rule")


class StreetMemberQuerySet(OfCongressQuerySet):
    """Questions about members."""

    def active_on(self, day: date) -> Self:
        """Who sits on `day`; the last day is included."""
        return self.filter(Q(until_date__isnull=True) | Q(until_date__gte=day), from_date__lte=day)

    def listed(self) -> Self:
        return self.select_related("quota", "deputy").order_by("quota__order", "quota", "pk")


def _congresses(model: Any, path: str) -> Any:
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model
    return model._default_manager
