"""A deputy's turn: leave, and swapping with a colleague who agrees."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy
from foundation.audit import record
from foundation.workflow import Refused, lock
from liaison_stations.models import DutySwap, SlotTurn
from liaison_stations.notices import rota as notices
from liaison_stations.rules import rota as rules
from liaison_stations.states.rota import SWAP_FLOW, TurnState
from liaison_stations.transitions.arrange_rota import busy_days, serving_at

BUSY = "{name}代表当天已有值班或者活动，请另选一天或者另选一位代表。"


@transaction.atomic
def leave_turn(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SlotTurn:
    """The deputy cannot come. The keeper hears and finds somebody; a request to swap that still waits falls away."""
    turn = lock(SlotTurn, pk, version=version)
    rules.may_leave_turn(by, turn, on=timezone.localdate(at)).require()
    turn.reason = _filled(reason)
    turn.state = TurnState.LEAVE
    turn.bump("state", "reason")
    _drop_requests(turn, at)
    record("liaison_stations.leave_turn", turn.slot, by=by, at=at, summary=f"{turn.deputy.name}代表请假：{turn.reason}")
    notices.leave_taken(turn, by=by, at=at)
    return turn


@transaction.atomic
def ask_swap(
    pk: Any,
    *,
    other: Deputy,
    other_turn: SlotTurn | None = None,
    reason: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> DutySwap:
    """Asks a colleague of the same station to take the turn, for his own or without. Nothing changes before he agrees.

    Refused: somebody who is not posted there, a turn that is not his or not at this station, days that collide.
    """
    turn = lock(SlotTurn, pk, version=version)
    on = timezone.localdate(at)
    rules.may_ask_swap(by, turn, on=on).require()
    _check_pair(turn, other, other_turn)
    facts = {"turn": turn, "other": other, "other_turn": other_turn, "reason": _filled(reason), "asked_at": at}
    swap = DutySwap.objects.create(**facts)
    record("liaison_stations.ask_swap", turn.slot, by=by, at=at, summary=f"{swap}。")
    notices.swap_asked(swap, by=by, at=at)
    return swap


@transaction.atomic
def agree_swap(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutySwap:
    """The turns change hands; both deputies and the keeper hear."""
    swap = lock(DutySwap, pk, version=version)
    turn = lock(SlotTurn, swap.turn_id)
    theirs = lock(SlotTurn, swap.other_turn_id) if swap.other_turn_id else None
    swap.turn, swap.other_turn = turn, theirs
    rules.may_agree_swap(by, swap, on=timezone.localdate(at)).require()
    _check_pair(turn, swap.other, theirs)
    _answer(swap, "agree_swap", "", at)
    _hand_over(turn, swap.other, at)
    if theirs:
        _hand_over(theirs, turn.deputy, at)
    record("liaison_stations.agree_swap", turn.slot, by=by, at=at, summary=f"{swap.other.name}代表同意换班。")
    notices.swap_answered(swap, by=by, at=at)
    return swap


@transaction.atomic
def decline_swap(pk: Any, *, answer: str = "", by: Any, at: datetime, version: int | None = None) -> DutySwap:
    """The turn stays where it is."""
    swap = lock(DutySwap, pk, version=version)
    rules.may_decline_swap(by, swap, on=timezone.localdate(at)).require()
    _answer(swap, "decline_swap", answer.strip(), at)
    record("liaison_stations.decline_swap", swap.turn.slot, by=by, at=at, summary=f"{swap.other.name}代表不同意换班。")
    notices.swap_answered(swap, by=by, at=at)
    return swap


@transaction.atomic
def withdraw_swap(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutySwap:
    """Who asked does not need it any more."""
    swap = lock(DutySwap, pk, version=version)
    rules.may_withdraw_swap(by, swap, on=timezone.localdate(at)).require()
    _answer(swap, "withdraw_swap", "", at)
    record("liaison_stations.withdraw_swap", swap.turn.slot, by=by, at=at, summary="撤回换班。")
    notices.swap_withdrawn(swap, by=by, at=at)
    return swap


def _check_pair(turn: SlotTurn, other: Deputy, other_turn: SlotTurn | None) -> None:
    slot = turn.slot
    places = {place.deputy_id for place in serving_at(slot.station, slot.day, slot.day)}
    if other.pk not in places or other.pk == turn.deputy_id:
        raise Refused("请选择本站的另一位代表。", "input", field="other")
    if other_turn and (other_turn.deputy_id != other.pk or other_turn.slot.station_id != slot.station_id):
        raise Refused("请选择这位代表在本站的值班。", "input", field="other_turn")
    own_day = other_turn.slot.day if other_turn else None
    if slot.day != own_day and slot.day in busy_days([other.pk], slot.day, slot.day)[other.pk]:
        raise Refused(BUSY.format(name=other.name), "input", field="other")
    if own_day and own_day != slot.day and own_day in busy_days([turn.deputy_id], own_day, own_day)[turn.deputy_id]:
        raise Refused(BUSY.format(name=turn.deputy.name), "input", field="other_turn")


def _hand_over(turn: SlotTurn, heir: Deputy, at: datetime) -> None:
    turn.state, turn.reason = TurnState.SWAPPED, f"由{heir.name}代表值班"
    turn.bump("state", "reason")
    SlotTurn.objects.create(slot=turn.slot, deputy=heir, reason=f"代{turn.deputy.name}代表")
    _drop_requests(turn, at)


def _drop_requests(turn: SlotTurn, at: datetime) -> None:
    """Requests that are about a turn that changed hands have nothing left to ask."""
    for swap in DutySwap.objects.open().filter(turn=turn) | DutySwap.objects.open().filter(other_turn=turn):
        _answer(swap, "withdraw_swap", "值班已调整", at)


def _answer(swap: DutySwap, verb: str, answer: str, at: datetime) -> None:
    swap.state = SWAP_FLOW.target(verb, swap.state)
    swap.answer, swap.answered_at = answer, at
    swap.bump("state", "answer", "answered_at")


def _filled(text: str) -> str:
    if not text.strip():
        raise Refused("请写明理由。", "input", field="reason")
    return text.strip()
