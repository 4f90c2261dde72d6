"""Reception days, what deputies raise there, and whose turn it is to sit in."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, F, Max, Q, QuerySet

from deputies.querysets.activities import held_by
from deputies.rules.register import KEEPERS, LEADERS
from deputies.states import ActivityState
from foundation.workdays.clock import today

FORUM = "forum"
# A meeting that was called off is nobody's turn.
HELD_OR_AHEAD = [state for state in ActivityState if state != ActivityState.CANCELLED]


class ReceptionQuerySet(QuerySet):
    """Reception days are on every deputy's calendar."""

    def open_on(self, day: date) -> Self:
        """To which a deputy may still sign up."""
        return self.filter(activity__state=ActivityState.PLANNED, sign_up_until__gte=day)

    def open_for(self, user: Any, day: date) -> Self:
        """The same, without those he has signed up to."""
        rows = self.open_on(day).exclude(sign_ups__deputy__user=user)
        return rows.order_by("sign_up_until", "pk")

    def to_confirm(self, day: date) -> Self:
        """Sign-up is over, somebody wants to come, and nobody has been asked yet."""
        signed = self.model._meta.get_field("sign_ups").related_model._base_manager.values("day")
        rows = self.filter(activity__state=ActivityState.PLANNED, sign_up_until__lt=day, pk__in=signed)
        return rows.order_by("activity__starts_at", "pk")


class RaisedMatterQuerySet(QuerySet):
    """What was raised is read by who raised it, who receives or holds the forum, the office and the leaders."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*KEEPERS, *LEADERS):
            return self.all()
        activities = self.model._meta.get_field("activity").related_model._base_manager
        forums = Q(kind__code=FORUM) & held_by(user, today())
        received = activities.filter(Q(reception__receivers=user) | forums).order_by()
        return self.filter(Q(deputy__user=user) | Q(activity__in=received.values("pk")))

    def open(self) -> Self:
        return self.filter(answer="")


def in_turn(seats: QuerySet) -> QuerySet:
    """These seats with `times` and `last_on` of sitting in during their term, whoever sat in least and longest ago
    first: the order in which deputies are asked."""
    sat = "deputy__invitations__activity__"
    asked = Q(**{f"{sat}kind__code": "sit_in", f"{sat}state__in": HELD_OR_AHEAD})
    asked &= Q(term__starts_on__isnull=True) | Q(**{f"{sat}starts_at__date__gte": F("term__starts_on")})
    rows = seats.annotate(
        times=Count("deputy__invitations", filter=asked, distinct=True),
        last_on=Max(f"{sat}starts_at", filter=asked),
    )
    return rows.order_by("times", F("last_on").asc(nulls_first=True), "deputy__pinyin_key", "pk")
