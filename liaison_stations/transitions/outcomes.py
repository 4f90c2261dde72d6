"""What happens to a suggestion reaches the writers of the letters in it. Called by listeners, in their transaction."""

from datetime import datetime
from typing import Any

from foundation.workflow import lock
from liaison_stations import notices
from liaison_stations.models import Letter, LetterSuggestion
from liaison_stations.notices.outcomes import ended, given_up
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import turn
from liaison_stations.transitions._letter import move, note, say
from suggestions.models import Suggestion

# The writer reads who speaks: neither a person nor a body did this to his letter, the road of the suggestion did.
SPEAKER = "代表建议办理进展"


def tell_writers(paper: Suggestion, words: str, *, by: Any, at: datetime) -> int:
    """Writes one sentence on the page of every letter that waits for the outcome; answers how many."""
    letters = _waiting(paper)
    for letter in letters:
        say(letter, EventKind.OUTCOME, words, by=by, at=at, speaker=SPEAKER)
    return len(letters)


def end_suggestion(paper: Suggestion, *, by: Any, at: datetime) -> None:
    """The suggestion is closed: its letters are answered with what became of it, and may be rated."""
    words = ended(paper)
    for letter in _let_go(paper, at):
        letter.answered_at = at
        move(letter, "end_suggestion", "answered_at")
        say(letter, EventKind.ANSWERED, words, by=by, at=at, speaker=SPEAKER)
        note("end_suggestion", letter, "所写入的建议已办结，结果告知来信人。", by=by, at=at, suggestion=paper.pk)


def take_up_again(paper: Suggestion, *, by: Any, at: datetime) -> None:
    """The suggestion led nowhere: its letters wait for an answer again, and somebody has to give it in time."""
    words = given_up(paper)
    for letter in _let_go(paper, at):
        move(letter, "take_up_again")
        turn(letter, "letter_routing", by=by, at=at)
        say(letter, EventKind.OUTCOME, words, by=by, at=at, speaker=SPEAKER)
        note("take_up_again", letter, "所写入的建议没有结果，继续办理。", by=by, at=at, suggestion=paper.pk)
        notices.letter_back(letter, by=by, at=at)


def _waiting(paper: Suggestion) -> list[Letter]:
    keys = LetterSuggestion.objects.standing().filter(suggestion=paper).values_list("letter_id", flat=True)
    return [lock(Letter, key) for key in sorted(keys)]


def _let_go(paper: Suggestion, at: datetime) -> list[Letter]:
    letters = _waiting(paper)
    LetterSuggestion.objects.standing().filter(suggestion=paper).update(ended_at=at)
    return letters
