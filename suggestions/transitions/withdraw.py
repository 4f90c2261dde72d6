from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Suggestion
from suggestions.rules import may_withdraw
from suggestions.states import ASSIGNMENT_FLOW, SUGGESTION_FLOW, AssignmentState
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import stop
from suggestions.transitions.duties import take_out_proposed
from suggestions.transitions.following import followers, leave
from suggestions.transitions.merge import tell_of_parting
from suggestions.transitions.split import close_origin

PARTING = "一方已撤回。"


@transaction.atomic
def withdraw(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str = "") -> Suggestion:
    """The lead takes his paper back: a draft at will, later with his co-signers' consent and before assignment (BJ14).

    Where the local rule allows it after assignment too, the units are released. Office, co-signers and units hear.
    """
    suggestion = open_suggestion(pk, version)
    may_withdraw(by, suggestion, on=day_of(at)).require()
    suggestion.withdrawal_reason = reason or suggestion.withdrawal_reason
    if suggestion.submitted_at and not suggestion.withdrawal_reason.strip():
        raise Refused("请写明撤回原因。", "input")
    suggestion.withdrawn_at = at
    move(suggestion, SUGGESTION_FLOW, "withdraw", "withdrawn_at", "withdrawal_reason")
    released = [_release(part, at) for part in suggestion.assignments.select_for_update(no_key=True)]
    stop(suggestion, at=at, reason="建议已撤回")
    _part_ways(suggestion, by=by, at=at)
    note("withdraw", suggestion, f"撤回。{suggestion.withdrawal_reason}", by=by, at=at)
    take_out_proposed(suggestion, "建议已撤回", by=by, at=at)
    close_origin(suggestion, at=at)
    if suggestion.submitted_at:
        notices.withdrawn(suggestion, [part for part in released if part], by=by, at=at)
    return suggestion


def _part_ways(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    """What was merged with it goes on without it."""
    for member in [suggestion] if suggestion.merged_in else followers(suggestion):
        tell_of_parting(leave(member, PARTING, by=by, at=at), PARTING, by=by, at=at)


def _release(part: Assignment, at: datetime) -> Assignment | None:
    if part.state in (AssignmentState.DELIVERED, AssignmentState.RELEASED):
        return None
    part.released_at = at
    move(part, ASSIGNMENT_FLOW, "withdraw", "released_at")
    stop(part, at=at, reason="建议已撤回")
    return part
