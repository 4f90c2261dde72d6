"""A letter goes to a body that works on it: replied to, sent back, taken back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.web.chinese import date_text
from foundation.workflow import Refused
from liaison_stations.models import Letter
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import name_of_house, opened, turn
from liaison_stations.transitions._letter import day_of, filled, move, note, say
from liaison_stations.transitions.give_letter import inside

BODIES = (*HANDLING_KINDS, *LOCAL_KINDS)


@transaction.atomic
def transfer_letter(
    pk: Any,
    *,
    unit: Organisation,
    is_complex: bool = False,
    note_text: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Letter:
    """To the body whose business it is; complicated matters have the longer limit. Body and writer know."""
    letter = opened("transfer_letter", pk, rules.may_transfer_letter, by, at, version)
    if not unit.is_active or unit.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="unit")
    letter.unit, letter.deputy = unit, None
    move(letter, "transfer_letter", "unit", "deputy")
    clock = "letter_complex" if is_complex else "letter_unit"
    turn(letter, clock, organisation=unit, by=by, at=at)
    due = deadlines.clock_of(clock, letter).due_on
    words = f"已交{unit}办理，{date_text(due)}前答复。"
    say(letter, EventKind.TRANSFERRED, words, by=by, at=at, speaker=name_of_house(letter))
    inside(letter, note_text, by, at)
    note("transfer_letter", letter, f"交{unit}办理。", by=by, at=at)
    notices.letter_transferred(letter, by=by, at=at)
    return letter


@transaction.atomic
def return_letter(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Not this body's business: back to whoever gave it, who may also take it back."""
    letter = opened("return_letter", pk, rules.may_return_letter, by, at, version)
    why, unit = filled(reason, "请写明退回的理由。", "reason"), letter.unit
    by_unit = rules.acts_for_unit(by, letter, day_of(at))
    letter.unit = None
    move(letter, "return_letter", "unit")
    turn(letter, "letter_routing", by=by, at=at)
    speaker = str(unit) if by_unit else name_of_house(letter)
    say(letter, EventKind.RETURNED, why, by=by, at=at, speaker=speaker, public=False)
    note("return_letter", letter, f"{unit}退回。" if by_unit else f"从{unit}收回。", by=by, at=at)
    notices.letter_returned(letter, unit, by_unit, by=by, at=at)
    return letter


@transaction.atomic
def reply_letter(pk: Any, *, reply: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """The body says what it has done; whoever runs the letter checks it and answers the writer."""
    letter = opened("reply_letter", pk, rules.may_reply_letter, by, at, version)
    words = filled(reply, "请填写办理情况和答复。", "reply")
    move(letter, "reply_letter")
    turn(letter, "letter_check", by=by, at=at)
    say(letter, EventKind.REPLIED, words, by=by, at=at, speaker=str(letter.unit), public=False)
    note("reply_letter", letter, f"{letter.unit}报送答复。", by=by, at=at)
    notices.letter_replied(letter, by=by, at=at)
    return letter


@transaction.atomic
def bounce_reply(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Not an answer yet: the body adds what is missing, in a short time."""
    letter = opened("bounce_reply", pk, rules.may_bounce_reply, by, at, version)
    why = filled(reason, "请写明还需要答复什么。", "reason")
    move(letter, "bounce_reply")
    turn(letter, "letter_redo", organisation=letter.unit, by=by, at=at)
    say(letter, EventKind.BOUNCED, why, by=by, at=at, speaker=name_of_house(letter), public=False)
    note("bounce_reply", letter, f"退回{letter.unit}重办。", by=by, at=at)
    notices.letter_bounced(letter, by=by, at=at)
    return letter
