from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Commitment
from suggestions.rules import may_confirm_fulfilment
from suggestions.states import CommitmentState
from suggestions.transitions.beats import day_of, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.clocks import start_commitment


@transaction.atomic
def confirm_fulfilment(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, fulfilled: bool, note: str = ""
) -> Commitment:
    """The office confirms that a promise was kept, or sends the unit back to it with a reason; `pk` the Commitment.

    Confirmed, the deputy is asked for a second rating within its own period; only with it the class is raised and the
    promise done (CQ17 28). Unit and deputy hear of it.
    """
    commitment = open_unit_paper(Commitment, pk)
    may_confirm_fulfilment(by, commitment, on=day_of(at)).require()
    if not fulfilled and not note.strip():
        raise Refused("尚未兑现的，请写明理由。", "input")
    commitment.state = CommitmentState.CONFIRMED if fulfilled else CommitmentState.OPEN
    commitment.confirmed_at, commitment.confirmed_by, commitment.check_note = at, by, note
    commitment.save(update_fields=["state", "confirmed_at", "confirmed_by", "check_note"])
    word = "确认承诺已兑现，请代表再次评价" if fulfilled else "承诺尚未兑现，继续跟踪"
    write("confirm_fulfilment", commitment.suggestion, f"{word}。{note}", by=by, at=at, commitment=commitment.pk)
    notices.fulfilment_checked(commitment, by=by, at=at)
    if fulfilled:
        _ask_again(commitment, by=by, at=at)
    else:
        start_commitment(commitment, on=day_of(at), by=by, at=at)
    return commitment


def _ask_again(commitment: Commitment, *, by: Any, at: datetime) -> None:
    lead = commitment.suggestion.lead.deputy.user_id
    clock = deadlines.start("promise_rating", commitment, on=day_of(at), user=lead, by=by, at=at)
    notices.promise_rating_asked(commitment, clock.due_on, by=by, at=at)
