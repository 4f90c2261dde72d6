"""Street committees and township presidiums: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from supervision.rules.house import OFFICE, READERS
from supervision.states.local import LocalMeetingState, LocalYearState


class LocalBodyQuerySet(QuerySet):
    """Questions about street committees and presidiums."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; one's own for its clerk; for a deputy those he is a member of."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = Q(organisation__in=user.organisations(Role.TOWNSHIP_CLERK))
        if seats := people.mandates_of(user, today()):
            members = self.model._meta.get_field("members").related_model.objects
            sits = members.active_on(today()).filter(deputy__in={seat.deputy_id for seat in seats})
            mine |= Q(pk__in=sits.order_by().values("body"))
        return self.filter(mine)

    def run_by(self, user: Any, on: date) -> Self:
        """Those whose papers this person keeps: the clerk his own, the office all."""
        if user.has_role(*OFFICE, on=on):
            return self.all()
        return self.filter(organisation__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))

    def public(self) -> Self:
        """Those of which everybody reads something."""
        opened = Q()
        for name in ("years", "meetings"):
            rows = self.model._meta.get_field(name).related_model.objects.public()
            opened |= Q(pk__in=rows.order_by().values("body"))
        return self.filter(opened)

    def with_public_figures(self) -> Self:
        """With `public_held` meetings, and the latest year whose plan is public."""
        years = self.model._meta.get_field("years").related_model.objects.public().filter(body=OuterRef("pk"))
        held = Count("meetings", filter=Q(meetings__published_at__isnull=False))
        return self.annotate(public_held=held, public_year=Subquery(years.order_by("-year").values("year")[:1]))

    def with_names(self) -> Self:
        return self.select_related("organisation")

    def with_figures(self, year: int) -> Self:
        """With `seated`, `ordinary` (without heads), `held` this year, and of the year's plan its state and items."""
        here = Q(members__until_date__isnull=True)
        held = Q(meetings__state=LocalMeetingState.HELD, meetings__starts_at__year=year)
        years = self.model._meta.get_field("years").related_model.objects.filter(body=OuterRef("pk"), year=year)
        return self.annotate(
            seated=Count("members", filter=here, distinct=True),
            ordinary=Count("members", filter=here & Q(members__post="member"), distinct=True),
            held=Count("meetings", filter=held, distinct=True),
            plan_state=Subquery(years.values("state")[:1]),
            items=Subquery(_count(years, Q(items__dropped_reason=""))),
            done=Subquery(_count(years, Q(items__done_on__isnull=False))),
        )


def _count(years: QuerySet, which: Q) -> QuerySet:
    return years.order_by().values("body").annotate(n=Count("items", filter=which)).values("n")


class OfLocalQuerySet(QuerySet):
    """Rows of a street committee or presidium, found by whoever finds it."""

    path = "body"

    def visible_to(self, user: Any) -> Self:
        bodies = _bodies(self.model, self.path).visible_to(user)
        return self.filter(**{f"{self.path}__in": bodies.order_by().values("pk")})

    def with_names(self) -> Self:
        return self.select_related(f"{self.path}__organisation")


class OpenedQuerySet(OfLocalQuerySet):
    """Rows the office may open to everybody."""

    def public(self) -> Self:
        return self.filter(published_at__isnull=False)


class LocalMemberQuerySet(OfLocalQuerySet):
    """Questions about members."""

    def active_on(self, day: date) -> Self:
        """Who sits on `day`; the last day is included."""
        return self.filter(Q(until_date__isnull=True) | Q(until_date__gte=day), from_date__lte=day)


class LocalMeetingQuerySet(OpenedQuerySet):
    def ahead_for(self, user: Any) -> Self:
        return self.visible_to(user).filter(state=LocalMeetingState.PLANNED).order_by("starts_at", "pk")


class LocalYearQuerySet(OpenedQuerySet):
    def to_archive(self, user: Any) -> Self:
        """Year-end reports that have come in."""
        return self.visible_to(user).filter(state=LocalYearState.REPORTED).order_by("reported_at", "pk")


class LocalItemQuerySet(OfLocalQuerySet):
    path = "plan__body"

    def open(self) -> Self:
        """Neither done nor dropped."""
        return self.filter(done_on__isnull=True, dropped_reason="")

    def due_for(self, user: Any, on: date) -> Self:
        """What the plans this person keeps want done by the end of this month."""
        keeper = _bodies(self.model, self.path).run_by(user, on).order_by().values("pk")
        month = Q(due_on__year__lt=on.year) | Q(due_on__year=on.year, due_on__month__lte=on.month)
        rows = self.open().filter(month, plan__body__in=keeper, plan__state=LocalYearState.FILED)
        return rows.order_by("due_on", "pk")


def _bodies(model: Any, path: str) -> Any:
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model
    return model._default_manager
