"""What the room hears of suggestions: each step of one reaches the writers of the letters in it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from foundation.web import panels
from foundation.workflow import after
from liaison_stations.cards.letter_suggestions import LETTER, SUGGESTION
from liaison_stations.models import LetterSuggestion
from liaison_stations.notices.outcomes import STEPS
from liaison_stations.transitions.outcomes import end_suggestion, take_up_again, tell_writers
from suggestions.models import Suggestion
from suggestions.states import SuggestionState

panels.register(SUGGESTION)
panels.register(LETTER)


def _has_letters(paper: Any) -> bool:
    return isinstance(paper, Suggestion) and LetterSuggestion.objects.standing().filter(suggestion=paper).exists()


def _teller(words: Callable[..., str]) -> Callable[..., None]:
    def tell(paper: Any, *, by: Any, at: datetime, **facts: Any) -> None:
        if _has_letters(paper) and (sentence := words(paper, **facts)):
            tell_writers(paper, sentence, by=by, at=at)

    # The list of listeners names the sentence, not this closure.
    tell.__module__, tell.__qualname__ = words.__module__, words.__qualname__
    return tell


for verb, words in STEPS.items():
    after(f"suggestions.{verb}")(_teller(words))


@after("suggestions.close")
def closed(paper: Any, *, by: Any, at: datetime, **facts: Any) -> None:
    """To the end: the letters are answered."""
    if _has_letters(paper):
        end_suggestion(paper, by=by, at=at)


@after("suggestions.refuse")
def not_filed(paper: Any, *, by: Any, at: datetime, **facts: Any) -> None:
    """What is not filed gives its letters back; what is only to be mended keeps them."""
    if paper.state == SuggestionState.NOT_FILED and _has_letters(paper):
        take_up_again(paper, by=by, at=at)


@after("suggestions.withdraw")
def withdrawn(paper: Any, *, by: Any, at: datetime, **facts: Any) -> None:
    """So does a paper its deputy takes back."""
    if _has_letters(paper):
        take_up_again(paper, by=by, at=at)
