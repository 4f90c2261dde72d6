"""Experts, matters put to them, contact points and drafts: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from supervision.rules.house import READERS
from supervision.states.advice import AdviceFate, DraftState, MatterState


def _in_force(day: date) -> Q:
    return Q(from_date__lte=day) & (Q(until_date__isnull=True) | Q(until_date__gte=day))


class ExpertQuerySet(QuerySet):
    """Questions about experts."""

    def visible_to(self, user: Any) -> Self:
        """The house."""
        return self if user.is_authenticated and user.has_role(*READERS) else self.none()

    def engaged_on(self, day: date) -> Self:
        return self.filter(_in_force(day))

    def with_figures(self) -> Self:
        """With `asked`: how many matters, and `given`: how many opinions."""
        given = Count("advice", filter=~Q(advice__text=""), distinct=True)
        return self.annotate(asked=Count("advice", distinct=True), given=given).prefetch_related("fields")


class ExpertMatterQuerySet(QuerySet):
    """Questions about matters put to experts."""

    def visible_to(self, user: Any) -> Self:
        """The house; the deputies of the group that works on it."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        return self.filter(group__in=people.groups_of(user, today()))

    def open_for(self, user: Any) -> Self:
        return self.visible_to(user).filter(state=MatterState.OPEN).order_by("due_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("committee", "group", "undertaking")

    def with_figures(self) -> Self:
        given = Count("advice", filter=~Q(advice__text=""), distinct=True)
        return self.annotate(asked=Count("advice", distinct=True), given=given)


class AdviceQuerySet(QuerySet):
    """Questions about single opinions."""

    def visible_to(self, user: Any) -> Self:
        matters = self.model._meta.get_field("matter").related_model._default_manager
        return self.filter(matter__in=matters.visible_to(user).order_by().values("pk"))

    def with_names(self) -> Self:
        return self.select_related("matter", "expert", "deputy")


class ContactPointQuerySet(QuerySet):
    """Questions about legislative contact points."""

    def visible_to(self, user: Any) -> Self:
        """The house; whoever keeps the place."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        return self.filter(organisation__in=user.organisations(Role.TOWNSHIP_CLERK))

    def serving_on(self, day: date) -> Self:
        return self.filter(_in_force(day))

    def public_on(self, day: date) -> Self:
        """What everybody reads; a point that was closed is gone with its last day."""
        return self.serving_on(day).filter(published_at__isnull=False)

    def with_names(self) -> Self:
        return self.select_related("organisation", "area")

    def with_figures(self) -> Self:
        adopted = Count("opinions", filter=Q(opinions__fate__in=("adopted", "partly")))
        return self.annotate(given=Count("opinions"), adopted=adopted)


class DraftQuerySet(QuerySet):
    """Questions about drafts put out for opinions."""

    def visible_to(self, user: Any) -> Self:
        """The house; the contact points it was put out at."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        points = self.model._meta.get_field("points").related_model._default_manager.visible_to(user)
        return self.filter(pk__in=self.filter(points__in=points.order_by().values("pk")).order_by().values("pk"))

    def open_for(self, user: Any) -> Self:
        return self.visible_to(user).filter(state=DraftState.OPEN).order_by("due_on", "pk")

    def public(self) -> Self:
        """What everybody reads."""
        return self.filter(published_at__isnull=False)

    def accepting(self, day: date) -> Self:
        """Those an opinion may still be given on."""
        return self.filter(state=DraftState.OPEN, due_on__gte=day)

    def with_figures(self) -> Self:
        adopted = Count("opinions", filter=Q(opinions__fate__in=("adopted", "partly")))
        return self.annotate(given=Count("opinions"), adopted=adopted)

    def with_fates(self) -> Self:
        """With `given`, and how many of them were `taken` whole, `partly`, or `left`."""
        fates = {"taken": AdviceFate.ADOPTED, "partly": AdviceFate.PARTLY, "left": AdviceFate.NOT_ADOPTED}
        counts = {name: Count("opinions", filter=Q(opinions__fate=fate)) for name, fate in fates.items()}
        return self.annotate(given=Count("opinions"), **counts)


class DraftOpinionQuerySet(QuerySet):
    """Opinions of contact points: the house all, a point its own."""

    def visible_to(self, user: Any) -> Self:
        points = self.model._meta.get_field("point").related_model._default_manager.visible_to(user)
        return self.filter(point__in=points.order_by().values("pk"))

    def with_names(self) -> Self:
        return self.select_related("draft", "point__organisation")
