"""Circles of deputies who know a field, and the matters brought to them."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from deputies.rules.register import KEEPERS, LEADERS
from deputies.states.circle import MatterState
from foundation.workdays.clock import today


def in_days(day: date, path: str = "") -> Q:
    """Whose membership covers `day`."""
    open_end = Q(**{f"{path}until_date__isnull": True}) | Q(**{f"{path}until_date__gte": day})
    return open_end & Q(**{f"{path}from_date__lte": day})


class CircleQuerySet(QuerySet):
    """Circles are open to everybody who may read the register."""

    def current(self) -> Self:
        """Those of the home congress's current term."""
        return self.filter(term__congress__is_home=True, term__is_current=True)

    def with_size(self, day: date) -> Self:
        """With `size`, its members on `day`."""
        return self.annotate(size=Count("places", filter=in_days(day, "places__"), distinct=True))

    def of_user(self, user: Any, day: date) -> Self:
        places = self.model._meta.get_field("places").related_model._base_manager.filter(in_days(day))
        return self.filter(pk__in=places.filter(deputy__user=user).values("circle"))


class CircleMemberQuerySet(QuerySet):
    """Questions about places in circles."""

    def on(self, day: date) -> Self:
        return self.filter(in_days(day))


class MatterQuerySet(QuerySet):
    """Matters are read by who asked, by the circle, by the office and the leaders."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*KEEPERS, *LEADERS):
            return self.all()
        circles = self.model._meta.get_field("circle").related_model._default_manager.of_user(user, today())
        return self.filter(Q(deputy__user=user) | Q(circle__in=circles.order_by().values("pk")))

    def with_names(self) -> Self:
        return self.select_related("circle", "deputy")

    def with_answers(self) -> Self:
        """With `replies`, how many answers there are."""
        return self.annotate(replies=Count("answers"))

    def to_answer(self, user: Any, day: date) -> Self:
        """Open matters of one's circles that one has not answered, the most pressing first."""
        answers = self.model._meta.get_field("answers").related_model._base_manager
        mine = answers.filter(matter=OuterRef("pk"), deputy__user=user)
        circles = self.model._meta.get_field("circle").related_model._default_manager.of_user(user, day)
        rows = self.filter(~Exists(mine), state=MatterState.OPEN, circle__in=circles.order_by().values("pk"))
        return rows.exclude(deputy__user=user).order_by("wanted_on", "pk")

    def answered_of(self, user: Any) -> Self:
        """One's own open matters to which somebody has answered."""
        answers = self.model._meta.get_field("answers").related_model._base_manager.filter(matter=OuterRef("pk"))
        return self.filter(Exists(answers), deputy__user=user, state=MatterState.OPEN).order_by("wanted_on", "pk")
