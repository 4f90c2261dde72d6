"""Rules, reception days, turns and swaps: which of them whom concerns on which day."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self

from django.apps import apps
from django.db.models import Count, DateTimeField, ExpressionWrapper, F, Max, Q, QuerySet, Value
from django.utils import timezone

from liaison_stations.states.rota import COUNTED_TURNS, STANDING_TURNS, SlotState, SwapState, TurnState


def moment_of(day: date, at: time = time.min) -> datetime:
    """The local moment of a day."""
    return timezone.make_aware(datetime.combine(day, at))


def _seen_stations(user: Any) -> Any:
    return apps.get_model("liaison_stations", "Station").objects.visible_to(user)


class RotaRuleQuerySet(QuerySet):
    def visible_to(self, user: Any) -> Self:
        return self.filter(station__in=_seen_stations(user))

    def in_force(self, start: date, end: date) -> Self:
        """Rules that hold on some day of the period."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=start), valid_from__lte=end)


class SlotQuerySet(QuerySet):
    """Questions about reception days."""

    def visible_to(self, user: Any) -> Self:
        """Those of the stations one reads in the register, and those one has or had a turn on."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        mine = self.filter(turns__deputy__user=user).values("pk")
        return self.filter(Q(station__in=_seen_stations(user)) | Q(pk__in=mine))

    def public_on(self, day: date) -> Self:
        """From `day` on at stations that are open: what everybody may read. A day called off stays, with its reason."""
        stations = apps.get_model("liaison_stations", "Station").objects.public_on(day)
        return self.filter(station__in=stations, starts_at__gte=moment_of(day))

    def between(self, start: date, end: date) -> Self:
        return self.filter(starts_at__gte=moment_of(start), starts_at__lt=moment_of(end + timedelta(days=1)))

    def kept_by(self, user: Any, day: date) -> Self:
        stations = apps.get_model("liaison_stations", "Station").objects.kept_by(user, day)
        return self.filter(station__in=stations)

    def to_close(self, now: datetime) -> Self:
        """Over, and nobody has written down who came."""
        return self.filter(state=SlotState.PLANNED, ends_at__lte=now)

    def short_of_deputies(self, day: date, ahead: int = 30) -> Self:
        """To come within `ahead` days, with fewer deputies than wanted."""
        rows = self.between(day, day + timedelta(days=ahead)).filter(state=SlotState.PLANNED)
        have = Count("turns", filter=Q(turns__state=TurnState.ON))
        return rows.annotate(have=have).filter(have__lt=F("seats"))

    def to_tell(self, day: date) -> Self:
        """Within the days of notice, to come, and not yet told."""
        rows = self.filter(state=SlotState.PLANNED, told_at__isnull=True, starts_at__gte=moment_of(day))
        days = F("notice_days") * timedelta(days=1)
        soonest = ExpressionWrapper(Value(moment_of(day + timedelta(days=1))) + days, DateTimeField())
        return rows.filter(starts_at__lt=soonest)

    def with_people(self) -> Self:
        """With station and everybody whose name stands or stood on the rota; two queries for any number."""
        return self.select_related("station__area", "rule").prefetch_related("turns__deputy")


class TurnQuerySet(QuerySet):
    """Questions about turns."""

    def visible_to(self, user: Any) -> Self:
        slots = apps.get_model("liaison_stations", "ReceptionSlot").objects.visible_to(user)
        return self.filter(slot__in=slots)

    def of_user(self, user: Any) -> Self:
        return self.filter(deputy__user=user)

    def standing(self) -> Self:
        return self.filter(state__in=STANDING_TURNS)

    def ahead(self, day: date) -> Self:
        """To come: on a day that has not been called off."""
        rows = self.filter(state=TurnState.ON, slot__state=SlotState.PLANNED, slot__starts_at__gte=moment_of(day))
        return rows.order_by("slot__starts_at", "pk")

    def tally(self, station: Any, year: int) -> dict[int, tuple[int, date]]:
        """Deputy's key → how many turns at the station in the year count, and the day of the last."""
        rows = self.filter(slot__station=station, state__in=COUNTED_TURNS, slot__starts_at__year=year)
        told = rows.order_by().values("deputy").annotate(n=Count("pk"), last=Max("slot__starts_at"))
        return {row["deputy"]: (row["n"], timezone.localdate(row["last"])) for row in told}

    def days_taken(self, deputies: Any, start: date, end: date) -> Self:
        """Standing turns of these deputies in the period, at whatever station."""
        rows = self.standing().filter(deputy__in=deputies).exclude(slot__state=SlotState.CANCELLED)
        return rows.filter(
            slot__starts_at__gte=moment_of(start), slot__starts_at__lt=moment_of(end + timedelta(days=1))
        )

    def with_slot(self) -> Self:
        return self.select_related("slot__station__area", "deputy")


class SwapQuerySet(QuerySet):
    """Questions about requests to swap."""

    def visible_to(self, user: Any) -> Self:
        """Who asks and who is asked."""
        if not getattr(user, "is_authenticated", False):
            return self.none()
        return self.filter(Q(turn__deputy__user=user) | Q(other__user=user))

    def waiting_for(self, user: Any) -> Self:
        return self.filter(state=SwapState.ASKED, other__user=user).order_by("asked_at", "pk")

    def open(self) -> Self:
        return self.filter(state=SwapState.ASKED)

    def with_turns(self) -> Self:
        return self.select_related("turn__deputy", "turn__slot__station", "other", "other_turn__slot__station")
