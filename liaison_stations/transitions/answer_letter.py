"""The writer is answered; also "cannot be done now, because"."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from liaison_stations.models import Letter
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.handling import AnswerKind
from liaison_stations.states.letter import EventKind, LetterState
from liaison_stations.transitions._hands import name_of_deputy, name_of_house, opened, turn
from liaison_stations.transitions._letter import filled, move, note, say


@transaction.atomic
def answer_letter(
    pk: Any, *, answer_kind: str, answer: str, by: Any, at: datetime, version: int | None = None
) -> Letter:
    """The deputy what he has in hand, whoever runs it all else; of a body's reply it is what was checked of it."""
    letter = opened("answer_letter", pk, rules.may_answer_letter, by, at, version)
    if answer_kind not in AnswerKind:
        raise Refused("请选择答复类别。", "input", field="answer_kind")
    words = filled(answer, "请填写答复；暂时不能解决的，写明原因。", "answer")
    speaker = _speaker(letter)
    letter.answer_kind, letter.answered_at = answer_kind, at
    move(letter, "answer_letter", "answer_kind", "answered_at")
    turn(letter, "", by=by, at=at)
    label = letter.get_answer_kind_display()
    say(letter, EventKind.ANSWERED, f"{label}。\n{words}", by=by, at=at, speaker=speaker)
    note("answer_letter", letter, f"{speaker}答复来信人：{label}。", by=by, at=at, answer=answer_kind)
    notices.letter_answered(letter, by=by, at=at)
    return letter


def _speaker(letter: Letter) -> str:
    if letter.state == LetterState.WITH_DEPUTY:
        return name_of_deputy(letter)
    if letter.state == LetterState.REPLIED:
        return str(letter.unit)
    return name_of_house(letter)
