"""A reception day: put in by hand, filled up, called off; written down who came, and put right."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy
from deputies.transitions.record_duty import record_duty, strike_duty
from foundation.audit import record
from foundation.workflow import Refused, announce, lock
from liaison_stations.models import ReceptionSlot, SlotTurn, Station
from liaison_stations.notices import rota as notices
from liaison_stations.rules import rota as rules
from liaison_stations.states.rota import SLOT_FLOW, SlotState, TurnState
from liaison_stations.transitions.arrange_rota import busy_days, serving_at

DUTY = "reception_day"
MOST_VISITORS = 5_000
# Notes of how long a reception may last at most; longer is a slip of the pen.
LONGEST = timedelta(hours=12)


@transaction.atomic
def add_slot(
    station: Any,
    *,
    starts_at: datetime,
    ends_at: datetime,
    deputies: Iterable[Deputy],
    place: str = "",
    topic: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ReceptionSlot:
    """A reception day outside of the rules: a theme, a mobile one, an appointment. The deputies hear.

    Refused: a time that has passed or is taken, nobody to receive.
    """
    held = lock(Station, station)
    rules.may_arrange_rota(by, held, on=timezone.localdate(at)).require()
    people = list(deputies)
    if starts_at < at:
        raise Refused("接待时间应当在现在以后。", "input", field="starts_at")
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        raise Refused("结束时间须晚于开始时间，且在同一天内。", "input", field="ends_at")
    if not people:
        raise Refused("请至少选择一名代表。", "input", field="deputies")
    if held.slots.exclude(state=SlotState.CANCELLED).filter(starts_at=starts_at).exists():
        raise Refused("本站这个时间已安排接待日。", "input", field="starts_at")
    slot = ReceptionSlot.objects.create(
        station=held,
        planned_on=timezone.localdate(starts_at),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place.strip() or held.address,
        topic=topic.strip(),
        seats=len(people),
        notice_days=0,
        arranged_at=at,
    )
    turns = SlotTurn.objects.bulk_create([SlotTurn(slot=slot, deputy=deputy) for deputy in people])
    _note("add_slot", slot, f"安排{slot}。", by=by, at=at)
    notices.turns_arranged(held, turns, by=by, at=at)
    return slot


@transaction.atomic
def fill_slot(
    pk: Any, *, deputies: Iterable[Deputy], by: Any, at: datetime, version: int | None = None
) -> ReceptionSlot:
    """Puts further deputies on a day, for one who asked leave or where too few were free. They hear."""
    slot = lock(ReceptionSlot, pk, version=version)
    rules.may_fill_slot(by, slot, on=timezone.localdate(at)).require()
    have = {turn.deputy_id for turn in slot.turns.standing()}
    new = [deputy for deputy in deputies if deputy.pk not in have]
    if not new:
        raise Refused("请选择当天还没有值班的代表。", "input", field="deputies")
    turns = SlotTurn.objects.bulk_create([SlotTurn(slot=slot, deputy=deputy) for deputy in new])
    slot.bump()
    _note("fill_slot", slot, f"补充值班代表：{_names(new)}。", by=by, at=at)
    notices.turns_arranged(slot.station, turns, by=by, at=at)
    return slot


def free_for(slot: ReceptionSlot) -> list[Deputy]:
    """Deputies of the station who may be put on this day: posted, serving, free; whoever sat least first."""
    day = slot.day
    places = serving_at(slot.station, day, day)
    busy = busy_days([place.deputy_id for place in places], day, day)
    tally = SlotTurn.objects.tally(slot.station, day.year)
    free = [place.deputy for place in places if day not in busy[place.deputy_id]]
    return sorted(free, key=lambda deputy: tally.get(deputy.pk, (0, None))[0])


@transaction.atomic
def cancel_slot(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ReceptionSlot:
    """Calls a day off; deputies hear, the public page says why."""
    slot = lock(ReceptionSlot, pk, version=version)
    rules.may_cancel_slot(by, slot, on=timezone.localdate(at)).require()
    slot.reason = _filled(reason, "请写明取消的理由，代表和群众会看到。")
    slot.state = SLOT_FLOW.target("cancel_slot", slot.state)
    slot.bump("state", "reason")
    turns = list(slot.turns.filter(state=TurnState.ON).select_related("deputy"))
    slot.turns.filter(state=TurnState.ON).update(state=TurnState.OFF)
    _note("cancel_slot", slot, f"取消接待日：{slot.reason}", by=by, at=at)
    notices.slot_cancelled(slot, turns, by=by, at=at)
    return slot


@transaction.atomic
def close_slot(
    pk: Any, *, present: Iterable[Deputy], visitors: int, by: Any, at: datetime, version: int | None = None
) -> ReceptionSlot:
    """Writes down which deputies came and how many citizens. Who came has a line in his file; who did not is missed.

    With nobody there the day counts as missed. The head of the station hears of every missed duty.
    """
    slot = lock(ReceptionSlot, pk, version=version)
    rules.may_close_slot(by, slot, on=timezone.localdate(at)).require()
    turns = list(slot.turns.filter(state=TurnState.ON).select_related("deputy"))
    return _settle("close_slot", slot, turns, present, visitors, by=by, at=at)


@transaction.atomic
def correct_slot(
    pk: Any,
    *,
    present: Iterable[Deputy],
    visitors: int,
    reason: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ReceptionSlot:
    """Puts right who came; lines in the files follow."""
    slot = lock(ReceptionSlot, pk, version=version)
    rules.may_correct_slot(by, slot, on=timezone.localdate(at)).require()
    slot.reason = _filled(reason, "请写明更正的理由。")
    turns = list(slot.turns.standing().select_related("deputy"))
    return _settle("correct_slot", slot, turns, present, visitors, by=by, at=at)


def _settle(
    verb: str, slot: ReceptionSlot, turns: list[SlotTurn], present: Iterable[Deputy], visitors: int, *, by: Any,
    at: datetime,
) -> ReceptionSlot:  # fmt: skip
    came = {deputy.pk for deputy in present}
    if not 0 <= visitors <= MOST_VISITORS:
        raise Refused("请填写来访群众人数，没有来访的填0。", "input", field="visitors")
    missed = []
    for turn in turns:
        before, turn.state = turn.state, TurnState.SERVED if turn.deputy_id in came else TurnState.ABSENT
        turn.bump("state")
        if turn.state == TurnState.SERVED:
            title = f"在{slot.station.name}接待群众"
            record_duty(turn.deputy_id, DUTY, on=slot.day, title=title, source=turn, by=by, at=at)
        elif before == TurnState.SERVED:
            strike_duty(turn, reason=slot.reason, by=by, at=at)
        if turn.state == TurnState.ABSENT != before:
            missed.append(turn)
    target = SlotState.HELD if any(turn.state == TurnState.SERVED for turn in turns) else SlotState.MISSED
    slot.state = SLOT_FLOW.target(verb, slot.state, to=target)
    slot.visitors, slot.closed_by, slot.closed_at = visitors, by, at
    slot.bump("state", "visitors", "closed_by", "closed_at", "reason")
    _note(verb, slot, f"{slot.get_state_display()}，来访群众{visitors}人。", by=by, at=at)
    if missed or target == SlotState.MISSED:
        notices.duty_missed(slot, missed, by=by, at=at)
    return slot


def _names(deputies: Iterable[Deputy]) -> str:
    return "、".join(deputy.name for deputy in deputies)


def _filled(text: str, sentence: str) -> str:
    if not text.strip():
        raise Refused(sentence, "input", field="reason")
    return text.strip()


def _note(verb: str, slot: ReceptionSlot, summary: str, *, by: Any, at: datetime) -> None:
    record(f"liaison_stations.{verb}", slot, by=by, at=at, summary=summary)
    announce(f"liaison_stations.{verb}", slot, by=by, at=at)
