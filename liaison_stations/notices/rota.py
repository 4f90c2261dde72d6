"""What is told of reception days: to the deputies whose turn it is, to who keeps the station, to its head."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from foundation.web.chinese import date_text
from liaison_stations.models import DutySwap, ReceptionSlot, SlotTurn, Station
from liaison_stations.notices.matrix import tell

HOW_TO_CHANGE = "因故不能到岗的，请尽早在“我的接待日”中商请换班或者请假。"


def when_and_where(slot: ReceptionSlot) -> str:
    """9月15日9:00至11:30，石桥镇便民服务中心."""
    start, end = timezone.localtime(slot.starts_at), timezone.localtime(slot.ends_at)
    return f"{date_text(slot.day)}{start:%H:%M}至{end:%H:%M}，{slot.place}"


def turns_arranged(station: Station, turns: Sequence[SlotTurn], *, by: Any, at: datetime) -> None:
    """Each deputy all his days in one message; about the first, whose calendar file comes with the mail."""
    mine: dict[int, list[SlotTurn]] = defaultdict(list)
    for turn in turns:
        mine[turn.deputy_id].append(turn)
    for own in mine.values():
        days = "\n".join(when_and_where(turn.slot) for turn in own)
        title = f"接待日安排：{station.name}，共{len(own)}次"
        body = f"{days}\n{HOW_TO_CHANGE}"
        _to_deputy("turns_arranged", own[0], title, body, by=by, at=at)


def turn_ahead(slot: ReceptionSlot, turns: Iterable[SlotTurn], *, at: datetime) -> None:
    """The days of notice before: each deputy who sits there."""
    for turn in turns:
        body = f"{when_and_where(slot)}\n值班代表：{slot.names}\n{HOW_TO_CHANGE}"
        _to_deputy("turn_ahead", turn, f"请到{slot.station.name}接待群众：{date_text(slot.day)}", body, by=None, at=at)


def slot_short(slot: ReceptionSlot, *, at: datetime) -> None:
    """Who keeps the station: fewer deputies than wanted, and the day is near."""
    body = f"{when_and_where(slot)}\n应有{slot.seats}名代表，现有{len(slot.standing)}名，请补充值班代表。"
    tell("slot_short", people_of(slot.station, at), slot, f"接待日缺值班代表：{slot}", by=None, at=at, body=body)


def leave_taken(turn: SlotTurn, *, by: Any, at: datetime) -> None:
    """Who keeps the station, to find somebody; the deputy where a keeper wrote it down for him."""
    slot = turn.slot
    body = f"{when_and_where(slot)}\n理由：{turn.reason}\n请在接待日页面补充值班代表。"
    title = f"{turn.deputy.name}代表接待日请假：{date_text(slot.day)}"
    url = slot.get_absolute_url()
    tell("leave_taken", people_of(slot.station, at), slot, title, by=by, at=at, body=body, url=url, mark=turn.pk)
    if turn.deputy.user_id not in (None, by.pk):
        _to_deputy("leave_taken", turn, f"已为您登记接待日请假：{date_text(slot.day)}", turn.reason, by=by, at=at)


def swap_asked(swap: DutySwap, *, by: Any, at: datetime) -> None:
    """The colleague."""
    theirs = f"，换您{when_and_where(swap.other_turn.slot)}的值班" if swap.other_turn else ""
    body = f"{swap.turn.deputy.name}代表请您{when_and_where(swap.turn.slot)}值班{theirs}。\n理由：{swap.reason}"
    tell("swap_asked", [swap.other.user_id], swap, f"{swap}，请答复", by=by, at=at, body=body)


def swap_answered(swap: DutySwap, *, by: Any, at: datetime) -> None:
    """Who asked; the keeper too where turns changed hands."""
    people = {swap.turn.deputy.user_id}
    if swap.state == "agreed":
        people |= people_of(swap.turn.slot.station, at)
    body = f"{when_and_where(swap.turn.slot)}\n{swap.answer}".strip()
    tell("swap_answered", people, swap, f"{swap}：{swap.get_state_display()}", by=by, at=at, body=body)


def swap_withdrawn(swap: DutySwap, *, by: Any, at: datetime) -> None:
    """The colleague who need not answer any more."""
    body = when_and_where(swap.turn.slot)
    tell("swap_withdrawn", [swap.other.user_id], swap, f"{swap}：已撤回，不必答复", by=by, at=at, body=body)


def slot_cancelled(slot: ReceptionSlot, turns: Iterable[SlotTurn], *, by: Any, at: datetime) -> None:
    """The deputies whose turn it was."""
    body = f"{when_and_where(slot)}\n理由：{slot.reason}"
    for turn in turns:
        _to_deputy("slot_cancelled", turn, f"接待日取消：{slot}", body, by=by, at=at)


def duty_missed(slot: ReceptionSlot, missed: Sequence[SlotTurn], *, by: Any, at: datetime) -> None:
    """The head of the station; the deputy himself, who may say that it was otherwise."""
    names = "、".join(turn.deputy.name for turn in missed)
    heads = {slot.station.head_id} - {None} or people_of(slot.station, at)
    what = f"{names}代表未到岗" if names else "无人到岗"
    tell("duty_missed", heads, slot, f"{slot}{what}", by=by, at=at, body=when_and_where(slot))
    for turn in missed:
        words = f"{when_and_where(slot)}\n登记为未到岗。与实际不符的，请与联络站联系更正。"
        _to_deputy("duty_missed", turn, f"接待日未到岗：{slot}", words, by=by, at=at)


def people_of(station: Station, at: datetime) -> set[int]:
    """Who keeps the station: its keepers, head and liaison officer; accounts' keys."""
    keepers = station.keepers.active_on(timezone.localdate(at)).values_list("user", flat=True)
    people = (*keepers, station.head_id, station.officer_id)
    return {person for person in people if person is not None}


def _to_deputy(event: str, turn: SlotTurn, title: str, body: str, *, by: Any, at: datetime) -> None:
    url = reverse("stations:my-turns")
    tell(event, [turn.deputy.user_id], turn.slot, title, by=by, at=at, body=body, url=url, mark=f"turn{turn.pk}")
