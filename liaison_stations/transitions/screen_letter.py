"""Somebody looks at a letter: taken up, not taken up with the ground, or shown the right door."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from liaison_stations.models import Letter, LetterGround
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.handling import GroundUse
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import name_of_house, opened, turn
from liaison_stations.transitions._letter import day_of, move, note, say
from liaison_stations.transitions.give_letter import give_to_deputy


@transaction.atomic
def accept_letter(
    pk: Any, *, deputy: Any = None, note_text: str = "", by: Any, at: datetime, version: int | None = None
) -> Letter:
    """Taken up; where `deputy` is named it goes to him at once. The writer reads it on his page."""
    letter = opened("accept_letter", pk, rules.may_accept_letter, by, at, version)
    move(letter, "accept_letter")
    turn(letter, "letter_routing", by=by, at=at)
    say(letter, EventKind.ACCEPTED, by=by, at=at, speaker=name_of_house(letter))
    note("accept_letter", letter, "受理。", by=by, at=at)
    if deputy is not None:
        return give_to_deputy(letter, deputy=deputy, note_text=note_text, by=by, at=at)
    return letter


@transaction.atomic
def decline_letter(
    pk: Any, *, ground: LetterGround, words: str = "", by: Any, at: datetime, version: int | None = None
) -> Letter:
    """Not taken up: the writer reads the ground, its basis and what the office adds."""
    return _end("decline_letter", EventKind.DECLINED, GroundUse.DECLINE, pk, ground, words, by, at, version)


@transaction.atomic
def redirect_letter(
    pk: Any, *, ground: LetterGround, words: str = "", by: Any, at: datetime, version: int | None = None
) -> Letter:
    """A matter of courts, arbitration, petitions: the writer reads where to turn and by which article."""
    return _end("redirect_letter", EventKind.REDIRECTED, GroundUse.REDIRECT, pk, ground, words, by, at, version)


def _end(
    verb: str,
    event: str,
    use: str,
    pk: Any,
    ground: LetterGround,
    words: str,
    by: Any,
    at: datetime,
    version: int | None,
) -> Letter:
    letter = opened(verb, pk, getattr(rules, f"may_{verb}"), by, at, version)
    if ground.use != use or not LetterGround.objects.on(day_of(at)).filter(pk=ground.pk).exists():
        raise Refused("请选择现行的理由。", "input", field="ground")
    letter.ground, letter.answered_at = ground, at
    move(letter, verb, "ground", "answered_at")
    turn(letter, "", by=by, at=at)
    say(letter, event, explained(ground, words), by=by, at=at, speaker=name_of_house(letter))
    note(verb, letter, f"{letter.get_state_display()}：{ground}。", by=by, at=at, ground=ground.code)
    notices.letter_ended(letter, by=by, at=at)
    return letter


def explained(ground: LetterGround, words: str) -> str:
    """What the writer reads: the ground, where to turn, by what, and what the office adds."""
    lines = [f"理由：{ground.name}。"]
    if ground.channel:
        lines.append(f"请向以下机关提出：{ground.channel}")
    lines.append(f"依据：{ground.legal_basis}。")
    return "\n".join([*lines, words.strip()]).strip()
