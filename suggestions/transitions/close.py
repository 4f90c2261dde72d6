from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_close_unstated
from suggestions.states import SUGGESTION_FLOW, CommitmentState, Ending
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import end_words, stop, stop_promise
from suggestions.transitions.track import track


@transaction.atomic
def close_unstated(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Suggestion:
    """The office notes that the deputy has not rated although asked as often as the rule says (L12).

    "Not stated" is never counted as satisfied. An open promise is tracked all the same.
    """
    suggestion = open_suggestion(pk, version)
    may_close_unstated(by, suggestion, on=day_of(at)).require()
    turn = suggestion.current_round()
    turn.not_stated, turn.closed_at = True, at
    turn.save(update_fields=["not_stated", "closed_at"])
    stop(suggestion, at=at, reason="代表未表态", kinds=("rating",))
    end_words(suggestion, at=at, reason="代表未表态")
    note("close_unstated", suggestion, "经催请代表未评价，按未表态记载。", by=by, at=at)
    if suggestion.commitments.running().exists():
        return track(suggestion, by=by, at=at)
    return finish(suggestion, Ending.NOT_STATED, by=by, at=at)


def finish(suggestion: Suggestion, ending: str, *, by: Any, at: datetime) -> Suggestion:
    """The end of the road; follows from a rating, a mediation, silence or a kept promise. Proposers and units hear."""
    suggestion.closed_at, suggestion.ending = at, ending
    move(suggestion, SUGGESTION_FLOW, "close", "closed_at", "ending")
    _let_go(suggestion, at=at)
    note("close", suggestion, f"办结（{suggestion.get_ending_display()}）。", by=by, at=at)
    notices.closed(suggestion, by=by, at=at)
    return suggestion


def _let_go(suggestion: Suggestion, *, at: datetime) -> None:
    """Nothing may remind anybody of a closed case."""
    for promise in suggestion.commitments.running():
        promise.state = CommitmentState.DROPPED
        promise.save(update_fields=["state"])
        stop_promise(promise, at=at, reason="建议已办结")
    for part in suggestion.assignments.all():
        stop(part, at=at, reason="建议已办结")
    stop(suggestion, at=at, reason="建议已办结")
