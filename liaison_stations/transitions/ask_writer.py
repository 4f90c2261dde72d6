"""The writer is asked something: the clock stands still until he answers (F56), or until somebody lets it run on."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from liaison_stations.models import Letter
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.letter import EventKind, LetterState
from liaison_stations.transitions._hands import name_of_deputy, name_of_house, opened
from liaison_stations.transitions._letter import filled, note, say

WAITING = "等待来信人补充情况"


@transaction.atomic
def ask_writer(pk: Any, *, question: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Whoever has the letter in hand asks; the writer finds the question on his page and answers with his code."""
    letter = opened("ask_writer", pk, rules.may_ask_writer, by, at, version)
    words = filled(question, "请写明需要来信人补充什么。", "question")
    letter.asked_at = at
    letter.bump("asked_at")
    for clock in deadlines.clocks_of(letter):
        if clock.is_open and clock.paused_on is None:
            deadlines.pause(clock, reason=WAITING, by=by, at=at)
    say(letter, EventKind.ASKED, words, by=by, at=at, speaker=_speaker(letter))
    note("ask_writer", letter, "请来信人补充情况，期限中止计算。", by=by, at=at)
    return letter


@transaction.atomic
def go_on(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Letter:
    """The writer says nothing: the time runs on and the letter is answered with what is known."""
    letter = opened("go_on", pk, rules.may_go_on, by, at, version)
    letter.asked_at = None
    letter.bump("asked_at")
    for clock in deadlines.clocks_of(letter):
        if clock.is_open and clock.paused_on is not None:
            deadlines.resume(clock, by=by, at=at)
    note("go_on", letter, "来信人没有补充，恢复计算期限。", by=by, at=at)
    return letter


@transaction.atomic
def note_letter(pk: Any, *, words: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """A word among those who work on it; the writer never reads it."""
    letter = opened("note_letter", pk, rules.may_note_letter, by, at, version)
    say(letter, EventKind.NOTE, filled(words, "请填写内容。", "words"), by=by, at=at, public=False)
    letter.bump()
    note("note_letter", letter, "添加内部记录。", by=by, at=at)
    return letter


def _speaker(letter: Letter) -> str:
    if letter.state == LetterState.WITH_DEPUTY:
        return name_of_deputy(letter)
    if letter.state == LetterState.WITH_UNIT:
        return str(letter.unit)
    return name_of_house(letter)
