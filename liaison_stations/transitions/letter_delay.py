"""More time for a letter: a body asks before its last day, whoever runs the letter grants it once or declines."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.deadlines.models import TimeLimit
from foundation.web.chinese import date_text
from foundation.workflow import Refused
from liaison_stations.models import Letter
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import name_of_house, opened
from liaison_stations.transitions._letter import day_of, filled, note, say

UNIT_CLOCKS = ("letter_unit", "letter_complex", "letter_redo")
ONCE = "这封来信已经延期一次，不能再延期。"


@transaction.atomic
def ask_letter_delay(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """The body says why it needs longer; refused after the last day and after the one extension."""
    letter = opened("ask_letter_delay", pk, rules.may_ask_letter_delay, by, at, version)
    why, clock = filled(reason, "请写明需要延期的理由。", "reason"), _unit_clock(letter)
    if clock.due_on < day_of(at):
        raise Refused("期限已过，不能再申请延期，请尽快报送答复。", "date")
    letter.delay_asked_at = at
    letter.bump("delay_asked_at")
    say(letter, EventKind.DELAY_ASKED, why, by=by, at=at, speaker=str(letter.unit), public=False)
    note("ask_letter_delay", letter, f"{letter.unit}申请延期。", by=by, at=at)
    notices.letter_delay_asked(letter, by=by, at=at)
    return letter


@transaction.atomic
def refuse_letter_delay(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """The first day stands; the body reads why."""
    letter = opened("refuse_letter_delay", pk, rules.may_refuse_letter_delay, by, at, version)
    why = filled(reason, "请写明不同意延期的理由。", "reason")
    letter.delay_asked_at = None
    letter.bump("delay_asked_at")
    say(letter, EventKind.DELAY_REFUSED, why, by=by, at=at, speaker=name_of_house(letter), public=False)
    note("refuse_letter_delay", letter, "不同意延期。", by=by, at=at)
    notices.letter_delay_refused(letter, by=by, at=at)
    return letter


@transaction.atomic
def extend_letter(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Once, by the local length of an extension, asked for or not; the writer reads the new day and why."""
    letter = opened("extend_letter", pk, rules.may_extend_letter, by, at, version)
    why, clock = filled(reason, "请写明延期的理由，来信人能看到。", "reason"), _unit_clock(letter)
    limit = TimeLimit.objects.on("letter_extension", day_of(at))
    clock = deadlines.extend(clock, amount=limit.amount, unit=limit.unit, reason=why, by=by, at=at)
    letter.delay_asked_at = None
    letter.bump("delay_asked_at")
    words = f"办理期限延至{date_text(clock.due_on)}。{why}"
    say(letter, EventKind.TRANSFERRED, words, by=by, at=at, speaker=name_of_house(letter))
    notices.letter_extended(letter, clock.due_on, by=by, at=at)
    return letter


def _unit_clock(letter: Letter) -> Any:
    """The body's running clock, which has not been moved yet."""
    for kind in UNIT_CLOCKS:
        if clock := deadlines.clock_of(kind, letter):
            if clock.extended_until:
                raise Refused(ONCE, "state")
            return clock
    raise Refused("这封来信没有正在计算的办理期限。", "state")
