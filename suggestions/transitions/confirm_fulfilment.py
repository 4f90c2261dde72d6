from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Commitment
from suggestions.rules import may_confirm_fulfilment
from suggestions.states import CommitmentState, Ending, SuggestionState
from suggestions.transitions.beats import day_of, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.clocks import start_commitment
from suggestions.transitions.close import finish


@transaction.atomic
def confirm_fulfilment(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, fulfilled: bool, note: str = ""
) -> Commitment:
    """The office confirms that a promise was kept, or sends the unit back to it with a reason; `pk` the Commitment.

    With the last promise kept the suggestion is closed. Unit and deputy hear of it.
    """
    commitment = open_unit_paper(Commitment, pk)
    may_confirm_fulfilment(by, commitment, on=day_of(at)).require()
    if not fulfilled and not note.strip():
        raise Refused("尚未兑现的，请写明理由。", "input")
    commitment.state = CommitmentState.FULFILLED if fulfilled else CommitmentState.OPEN
    commitment.confirmed_at, commitment.confirmed_by, commitment.check_note = at, by, note
    commitment.save(update_fields=["state", "confirmed_at", "confirmed_by", "check_note"])
    if not fulfilled:
        start_commitment(commitment, on=day_of(at), by=by, at=at)
    word = "确认承诺已兑现" if fulfilled else "承诺尚未兑现，继续跟踪"
    write("confirm_fulfilment", commitment.suggestion, f"{word}。{note}", by=by, at=at, commitment=commitment.pk)
    notices.fulfilment_checked(commitment, by=by, at=at)
    _close_if_last(commitment, by=by, at=at)
    return commitment


def _close_if_last(commitment: Commitment, *, by: Any, at: datetime) -> None:
    suggestion = commitment.suggestion
    waiting = suggestion.commitments.filter(state__in=(CommitmentState.OPEN, CommitmentState.REPORTED))
    if suggestion.state == SuggestionState.TRACKING and not waiting.exists():
        finish(suggestion, Ending.FULFILLED, by=by, at=at)
