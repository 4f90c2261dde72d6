"""Arranging the reception days of a period: the days by the rules, the deputies by turns."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from deputies.models import Activity, Deputy, Mandate
from deputies.states import TOLD, Answer
from foundation.audit import record
from foundation.workdays.calendar import current_calendar
from foundation.workflow import Refused, lock
from liaison_stations import rota
from liaison_stations.models import ReceptionSlot, RotaRule, SlotTurn, Station, StationDeputy
from liaison_stations.notices import rota as notices
from liaison_stations.querysets.rota import moment_of
from liaison_stations.rules.rota import may_arrange_rota

# A rota is made for a quarter or a half-year; more would be out of date before it comes.
LONGEST = timedelta(days=370)
NOBODY = "本站还没有在任的进站代表。请先在联络站页面登记进站代表，再排班。"
NO_RULE = "这段时间没有生效的接待日规定。请先新增接待日规定，再排班。"
ALL_DONE = "这段时间的接待日都已安排。"


@dataclass
class Proposed:
    """A reception day that is not written yet, and whom it falls to."""

    rule: RotaRule
    session: rota.Session
    starts_at: datetime
    ends_at: datetime
    deputies: list[Deputy] = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        return len(self.deputies) < self.rule.seats

    def is_late(self, on: date) -> bool:
        """Less time is left than the rule wants for telling deputies and public."""
        return rota.told_on(self.session.day, self.rule.notice_days) < on


def propose(station: Station, *, start: date, end: date) -> list[Proposed]:
    """What `arrange_rota` would write today; nothing is written. Days that are arranged or called off are left out.

    Refused with a sentence: no rule in force, no deputy, nothing left to arrange.
    """
    rules = list(station.rota_rules.in_force(start, end))
    if not rules:
        raise Refused(NO_RULE, "input")
    days = _open_days(station, rules, start, end)
    if not days:
        raise Refused(ALL_DONE, "input")
    deputies = serving_at(station, start, end)
    if not deputies:
        raise Refused(NOBODY, "input")
    standing = _standings(station, deputies, start, end)
    seats = [rota.Seats(day.session.day, day.rule.seats) for day in days]
    known = {place.deputy_id: place.deputy for place in deputies}
    for day, chosen in zip(days, rota.share_out(seats, standing), strict=True):
        day.deputies = [known[pk] for pk in chosen]
    return days


@transaction.atomic
def arrange_rota(
    station: Any, *, start: date, end: date, by: Any, at: datetime, version: int | None = None
) -> list[ReceptionSlot]:
    """Writes the reception days of the period and tells each deputy his days in one message. Twice changes nothing.

    Refused: not the station's keeper, a period in the past or too long, and what `propose` refuses.
    """
    held = lock(Station, station)
    on = timezone.localdate(at)
    may_arrange_rota(by, held, on=on).require()
    _check_period(start, end, on)
    slots = [_write(held, day, at) for day in propose(held, start=start, end=end)]
    summary = f"安排{len(slots)}个接待日。"
    record("liaison_stations.arrange_rota", held, by=by, at=at, summary=summary)
    notices.turns_arranged(held, [turn for slot in slots for turn in slot.new_turns], by=by, at=at)
    return slots


def serving_at(station: Station, start: date, end: date) -> list[StationDeputy]:
    """The station's deputies on some day of the period who serve on its first day, in the order of the wall."""
    places = station.places.filter(Q(until_date__isnull=True) | Q(until_date__gte=start), from_date__lte=end)
    serving = Mandate.objects.serving_on(start).values("deputy")
    return list(places.filter(deputy__in=serving).select_related("deputy").order_by("deputy__pinyin_key", "pk"))


def _check_period(start: date, end: date, on: date) -> None:
    if start < on:
        raise Refused("只能从今天起安排。", "input", field="start")
    if end < start:
        raise Refused("结束日期不能早于开始日期。", "input", field="end")
    if end - start > LONGEST:
        raise Refused("一次最多安排一年。", "input", field="end")


def _open_days(station: Station, rules: Sequence[RotaRule], start: date, end: date) -> list[Proposed]:
    """The days of all rules in order of time, without those that stand already."""
    calendar = current_calendar()
    known = set(ReceptionSlot.objects.filter(rule__in=rules).values_list("rule", "planned_on"))
    taken = set(station.slots.exclude(state="cancelled").values_list("starts_at", flat=True))
    days = [
        Proposed(rule, found, moment_of(found.day, rule.starts_at), moment_of(found.day, rule.ends_at))
        for rule in rules
        for found in rota.sessions(rule.pattern, start, end, calendar)
        if rule.is_in_force(found.planned) and (rule.pk, found.planned) not in known
    ]
    open_days: dict[datetime, Proposed] = {}
    for day in sorted(days, key=lambda day: (day.starts_at, day.rule.pk)):
        if day.starts_at not in taken:
            open_days.setdefault(day.starts_at, day)
    return list(open_days.values())


def _standings(station: Station, places: Iterable[StationDeputy], start: date, end: date) -> dict[int, rota.Standing]:
    """Deputy's key → how often he has sat this year, and when he cannot: away, taken elsewhere, at an activity."""
    places = list(places)
    tally = SlotTurn.objects.tally(station, start.year)
    busy = busy_days([place.deputy_id for place in places], start, end)
    found = {}
    for place in places:
        turns, last = tally.get(place.deputy_id, (0, None))
        blocked = busy[place.deputy_id] | _outside(place, start, end)
        joined = place.from_date > date(start.year, 1, 1)
        found[place.deputy_id] = rota.Standing(turns, last, joined, frozenset(blocked))
    return found


def busy_days(deputies: Sequence[int], start: date, end: date) -> dict[int, set[date]]:
    """Deputy's key → days on which he sits at a station or is expected at an activity; two queries."""
    busy: dict[int, set[date]] = defaultdict(set)
    for turn in SlotTurn.objects.days_taken(deputies, start, end).select_related("slot"):
        busy[turn.deputy_id].add(turn.slot.day)
    rows = Activity.objects.filter(
        state__in=TOLD,
        invitations__deputy__in=deputies,
        starts_at__gte=moment_of(start),
        starts_at__lt=moment_of(end + timedelta(days=1)),
    ).exclude(invitations__answer=Answer.LEAVE)
    for deputy, starts_at in rows.values_list("invitations__deputy", "starts_at"):
        busy[deputy].add(timezone.localdate(starts_at))
    return busy


def _outside(place: StationDeputy, start: date, end: date) -> set[date]:
    """The days of the period on which he is not posted here."""
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return {day for day in days if day < place.from_date or (place.until_date is not None and day > place.until_date)}


def _write(station: Station, day: Proposed, at: datetime) -> ReceptionSlot:
    rule = day.rule
    slot = ReceptionSlot.objects.create(
        station=station,
        rule=rule,
        planned_on=day.session.planned,
        starts_at=day.starts_at,
        ends_at=day.ends_at,
        place=rule.place or station.address,
        seats=rule.seats,
        notice_days=rule.notice_days,
        arranged_at=at,
    )
    slot.new_turns = [SlotTurn(slot=slot, deputy=deputy) for deputy in day.deputies]
    SlotTurn.objects.bulk_create(slot.new_turns)
    return slot
