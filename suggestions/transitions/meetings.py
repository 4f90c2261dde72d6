"""Preparing an assignment meeting: calling it, confirming lines, taking them off (交办会)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.audit.models import Visibility
from foundation.workflow import Refused, StaleVersion, lock
from suggestions.models import AssignmentMeeting, MeetingRow, MeetingUnit, Suggestion
from suggestions.rules import (
    may_assign,
    may_call_meeting,
    may_change_meeting,
    may_drop_row,
    may_hand_over,
    may_keep_meeting,
)
from suggestions.states import RowState
from suggestions.transitions.assign import Units, check_direct, check_units
from suggestions.transitions.beats import chinese_day, day_of, note, open_suggestion

FACTS = frozenset({"title", "held_on", "place", "with_government", "with_cppcc", "note"})


@transaction.atomic
def call_meeting(*, by: Any, at: datetime, **facts: Any) -> AssignmentMeeting:
    """The office opens a list for many assignments of one day: `title`, `held_on` (T0 of all), `place`, with whom.

    A township's clerk calls it for his own congress. Refused to everybody else.
    """
    may_call_meeting(by, on=day_of(at)).require()
    _check(facts)
    home: dict[str, Any] = {"level": Level.DISTRICT}
    if not by.has_role(Role.CLERK, on=day_of(at)):
        township = min(by.organisations(Role.TOWNSHIP_CLERK, on=day_of(at)))
        home = {"level": Level.TOWNSHIP, "township_id": township}
    meeting = AssignmentMeeting.objects.create(**facts, **home, called_by=by, called_at=at)
    words = f"建立{meeting}，交办日期{chinese_day(meeting.held_on)}。"
    note("call_meeting", meeting, words, by=by, at=at, visibility=Visibility.OFFICE)
    return meeting


@transaction.atomic
def change_meeting(pk: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> AssignmentMeeting:
    """Another day, place or name, as long as nothing was assigned."""
    meeting = lock(AssignmentMeeting, pk, version=version)
    may_change_meeting(by, meeting, on=day_of(at)).require()
    _check(facts)
    for name, value in facts.items():
        setattr(meeting, name, value)
    meeting.bump(*facts)
    words = f"修改{meeting}，交办日期{chinese_day(meeting.held_on)}。"
    note("change_meeting", meeting, words, by=by, at=at, visibility=Visibility.OFFICE)
    return meeting


@transaction.atomic
def confirm_row(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    suggestion: Any,
    units: Units = (),
    is_difficult: bool = False,
    is_key: bool = False,
    to_government: bool = False,
    advice: str = "",
    ground: str = "",
    seen: str | None = None,
) -> MeetingRow:
    """A person settles how one suggestion is to be handled; `pk` is the meeting. Confirming again replaces it.

    With `to_government` it is handed to the government office, with `advice`, and has no units here. `seen` is the
    `stamp` of the line the page showed ("": there was none): StaleVersion when somebody has confirmed it since.

    Refused for what the clerk may not assign, for units that make no sense, and once the line was carried out.
    """
    paper: Suggestion = open_suggestion(suggestion)
    meeting = lock(AssignmentMeeting, pk)
    may_keep_meeting(by, meeting, on=day_of(at)).require()
    if to_government:
        may_hand_over(by, paper, on=day_of(at)).require()
    else:
        may_assign(by, paper, on=day_of(at)).require()
        check_units(units)
        check_direct(paper, units, day_of(at))
    row = MeetingRow.objects.select_for_update().filter(meeting=meeting, suggestion=paper).first()
    if row and row.state in (RowState.WAITING, RowState.DONE):
        raise Refused("这件建议已交办或者正在交办。", "state")
    _check_seen(row, seen, by)
    row = row or MeetingRow(meeting=meeting, suggestion=paper)
    row.is_difficult, row.is_key, row.ground = is_difficult, is_key, ground[:300]
    row.to_government, row.advice = to_government, advice.strip()[:300]
    row.state, row.failure, row.confirmed_by, row.confirmed_at = RowState.CONFIRMED, "", by, at
    row.save()
    row.units.all().delete()
    MeetingUnit.objects.bulk_create([MeetingUnit(row=row, unit=unit, role=role) for unit, role in units])
    where = "转政府办公室分办" if to_government else "、".join(unit.label for unit, _ in units)
    words = f"确认{paper}：{where}。"
    note("confirm_row", meeting, words, by=by, at=at, visibility=Visibility.OFFICE)
    return row


@transaction.atomic
def drop_row(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> AssignmentMeeting:
    """Takes a line off the list; the suggestion waits for its assignment as before. `pk` is the MeetingRow."""
    row = lock(MeetingRow.objects.select_related("meeting"), pk)
    may_drop_row(by, row, on=day_of(at)).require()
    words = f"{row.suggestion}移出交办清单。"
    note("drop_row", row.meeting, words, by=by, at=at, visibility=Visibility.OFFICE)
    row.delete()
    return row.meeting


def _check_seen(row: MeetingRow | None, seen: str | None, by: Any) -> None:
    """Two clerks at one line: the second is told what the first has settled, and looks again."""
    if seen is None or seen == (row.stamp if row else ""):
        return
    if row is None:
        raise StaleVersion("同事已把这件建议移出清单，请核对后再确认。")
    who = "您在另一个窗口" if row.confirmed_by_id == by.pk else f"同事{row.confirmed_by.name}"
    raise StaleVersion(f"{who}已先一步确认为“{row.handling_text}”，请核对后再确认。")


def _check(facts: Mapping[str, Any]) -> None:
    if unknown := set(facts) - FACTS:
        raise TypeError(f"not a fact of a meeting: {sorted(unknown)}")
    if not facts.get("title", "").strip():
        raise Refused("请填写交办会名称。", "input")
    if not isinstance(facts.get("held_on"), date):
        raise Refused("请填写交办日期。", "input")
