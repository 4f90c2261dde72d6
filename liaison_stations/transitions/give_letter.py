"""A letter goes to a deputy, and comes back when it is not his to answer."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy, Mandate
from foundation.workflow import Refused
from liaison_stations.models import Letter
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import name_of_deputy, name_of_house, opened, turn
from liaison_stations.transitions._letter import day_of, filled, move, note, say


@transaction.atomic
def give_to_deputy(
    pk: Any, *, deputy: Deputy, note_text: str = "", by: Any, at: datetime, version: int | None = None
) -> Letter:
    """A serving deputy answers himself (阜宁: at once where he can); he hears, and his clock starts."""
    letter = opened("give_to_deputy", pk, rules.may_give_to_deputy, by, at, version)
    if not Mandate.objects.at_home().serving_on(day_of(at)).filter(deputy=deputy).exists():
        raise Refused("请选择在任代表。", "input", field="deputy")
    letter.deputy, letter.unit = deputy, None
    move(letter, "give_to_deputy", "deputy", "unit")
    turn(letter, "letter_deputy", user=deputy.user_id, by=by, at=at)
    say(letter, EventKind.GIVEN, f"已交{deputy.name}代表答复。", by=by, at=at, speaker=name_of_house(letter))
    inside(letter, note_text, by, at)
    note("give_to_deputy", letter, f"交{deputy.name}代表答复。", by=by, at=at)
    notices.letter_given(letter, by=by, at=at)
    return letter


@transaction.atomic
def hand_back(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Not for this deputy, or he does not answer: the office gives it to somebody else. The reason stays inside."""
    letter = opened("hand_back", pk, rules.may_hand_back, by, at, version)
    why, deputy = filled(reason, "请写明退回的理由。", "reason"), letter.deputy
    in_person = rules.is_deputy(by, letter)
    speaker = name_of_deputy(letter) if in_person else name_of_house(letter)
    letter.deputy = None
    move(letter, "hand_back", "deputy")
    turn(letter, "letter_routing", by=by, at=at)
    say(letter, EventKind.HANDED_BACK, why, by=by, at=at, speaker=speaker, public=False)
    note("hand_back", letter, f"{deputy.name}代表退回。" if in_person else f"从{deputy.name}代表收回。", by=by, at=at)
    notices.letter_handed_back(letter, deputy, in_person, by=by, at=at)
    return letter


def inside(letter: Letter, text: str, by: Any, at: datetime) -> None:
    """What the office tells whoever has it next; the writer does not read it."""
    if text.strip():
        say(letter, EventKind.NOTE, text, by=by, at=at, public=False)
