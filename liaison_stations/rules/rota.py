"""Who makes the rota of a station, who gives a turn away, who writes down who came."""

from datetime import date
from typing import Any

from deputies import people
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import may_keep
from liaison_stations.states.rota import SLOT_FLOW, SWAP_FLOW, SlotState, SwapState, TurnState

ONESELF = "由值班的代表本人办理；代表本人不便的，由本站管理员代为登记。"
NOT_YET = "接待日还没有到，请当天或者以后登记。"
PASSED = "接待日已过，请登记到岗情况。"
GIVEN_AWAY = "这次值班已经调整，请按最新的安排办理。"


def may_arrange_rota(user: Any, station: Any, *, on: date) -> Verdict:
    """Rules, days and turns of one station."""
    open_ = station.opened_on is not None and (station.closed_on is None or station.closed_on > on)
    return may_keep(user, station, on=on) & when(open_, "联络站尚未启用或者已经撤销，不能安排接待日。", "state")


def may_change_rule(user: Any, rule: Any, *, on: date) -> Verdict:
    """While nothing has been arranged by it; afterwards it is ended and a new one made."""
    return may_arrange_rota(user, rule.station, on=on) & when(
        not rule.slots.exists(), "已按本规定安排过接待日。请终止本规定，再新增一条。", "state"
    )


def may_end_rule(user: Any, rule: Any, *, on: date) -> Verdict:
    return may_keep(user, rule.station, on=on) & when(rule.valid_until is None, "本规定已经终止。", "state")


def may_fill_slot(user: Any, slot: Any, *, on: date) -> Verdict:
    """Putting a further deputy on a day to come."""
    return (
        may_keep(user, slot.station, on=on)
        & when(slot.state == SlotState.PLANNED, f"接待日{slot.get_state_display()}，不能再安排代表。", "state")
        & when(slot.day >= on, PASSED, "date")
    )


def may_cancel_slot(user: Any, slot: Any, *, on: date) -> Verdict:
    return may_keep(user, slot.station, on=on) & SLOT_FLOW.verdict("cancel_slot", slot.state)


def may_close_slot(user: Any, slot: Any, *, on: date) -> Verdict:
    """Writing down who came, on the day or after."""
    return (
        may_keep(user, slot.station, on=on)
        & SLOT_FLOW.verdict("close_slot", slot.state)
        & when(slot.day <= on, NOT_YET, "date")
    )


def may_correct_slot(user: Any, slot: Any, *, on: date) -> Verdict:
    return may_keep(user, slot.station, on=on) & SLOT_FLOW.verdict("correct_slot", slot.state)


def may_leave_turn(user: Any, turn: Any, *, on: date) -> Verdict:
    """The deputy, or a keeper for a deputy who rang up."""
    allowed = when(_is_own(turn, user), ONESELF, "role") | may_keep(user, turn.slot.station, on=on)
    return allowed & _still_ahead(turn, on)


def may_ask_swap(user: Any, turn: Any, *, on: date) -> Verdict:
    return (
        when(_is_own(turn, user), "由值班的代表本人商请换班。", "role")
        & _still_ahead(turn, on)
        & when(
            not turn.swaps.filter(state=SwapState.ASKED).exists(),
            "这次值班已在商请换班，请等对方答复，或者先撤回。",
            "state",
        )
    )


def may_agree_swap(user: Any, swap: Any, *, on: date) -> Verdict:
    """Whoever is asked, while both turns stand and are to come."""
    verdict = _asked("agree_swap", user, swap) & _still_ahead(swap.turn, on)
    return verdict & _still_ahead(swap.other_turn, on) if swap.other_turn else verdict


def may_decline_swap(user: Any, swap: Any, *, on: date) -> Verdict:
    return _asked("decline_swap", user, swap)


def may_withdraw_swap(user: Any, swap: Any, *, on: date) -> Verdict:
    own = when(_is_own(swap.turn, user), "由提出换班的代表本人撤回。", "role")
    return own & SWAP_FLOW.verdict("withdraw_swap", swap.state)


def may_open_turns(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The page of one's own turns: deputies."""
    serves = user.is_authenticated and bool(people.mandates_of(user, on or today()))
    return when(serves, "本页由在任代表查看本人的接待日安排。", "role")


def _asked(verb: str, user: Any, swap: Any) -> Verdict:
    asked = user.is_authenticated and swap.other.user_id == user.pk
    return when(asked, "由被商请的代表本人答复。", "role") & SWAP_FLOW.verdict(verb, swap.state)


def _is_own(turn: Any, user: Any) -> bool:
    return user.is_authenticated and turn.deputy.user_id == user.pk


def _still_ahead(turn: Any, on: date) -> Verdict:
    return (
        when(turn.state == TurnState.ON, GIVEN_AWAY, "state")
        & when(turn.slot.state == SlotState.PLANNED, f"接待日{turn.slot.get_state_display()}。", "state")
        & when(turn.slot.day >= on, "接待日已过，不能再调整。", "date")
    )
