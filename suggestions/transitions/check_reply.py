from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.letters.issuing import issue_reply
from suggestions.models import Assignment, Commitment, Reply, ReplyCheck, Suggestion
from suggestions.rules import may_check_reply
from suggestions.states import ASSIGNMENT_FLOW, SUGGESTION_FLOW
from suggestions.states import AssignmentState as A
from suggestions.transitions.beats import day_of, move, note, open_assignment
from suggestions.transitions.clocks import meet_reply, start_commitment, start_rating, stop
from suggestions.transitions.draft_reply import reply_in_hand
from suggestions.transitions.following import copy_reply, twins
from suggestions.transitions.public_copies import await_check
from suggestions.transitions.split import close_origin


@transaction.atomic
def check_reply(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, passed: bool, reason: str = ""
) -> Assignment:
    """The checking office delivers a signed reply to the proposers, or returns it with a reason; `pk` the Assignment.

    A delivered reply can never be changed, nor can its letter, which is written and kept here. With the last one the
    suggestion is answered and the deputy has the rating period; every proposer hears of every reply (ZJ16 18).
    """
    assignment = open_assignment(pk, version)
    may_check_reply(by, assignment, on=day_of(at)).require()
    if not passed and not reason.strip():
        raise Refused("退回答复的，请写明理由。", "input")
    reply = reply_in_hand(assignment)
    ReplyCheck.objects.create(reply=reply, checked_by=by, checked_at=at, passed=passed, reason=reason)
    if passed:
        _deliver(reply, by=by, at=at)
    else:
        _return(reply, reason, by=by, at=at)
    return assignment


def _return(reply: Reply, reason: str, *, by: Any, at: datetime) -> None:
    assignment = reply.assignment
    move(assignment, ASSIGNMENT_FLOW, "check_reply", to=A.RETURNED)
    reply.signed_by, reply.signed_at = None, None
    reply.save(update_fields=["signed_by", "signed_at"])
    note("return_reply", assignment.suggestion, f"退回{assignment.unit}的答复：{reason}", by=by, at=at, reply=reply.pk)
    notices.reply_returned(assignment, reason, by=by, at=at)


def _deliver(reply: Reply, *, by: Any, at: datetime) -> None:
    move(reply.assignment, ASSIGNMENT_FLOW, "check_reply", to=A.DELIVERED)
    reply.delivered_at = at
    reply.save(update_fields=["delivered_at"])
    # Asked before anything else: with the last reply a paper goes its own way.
    also = twins(reply.assignment)
    _settle(reply, by=by, at=at)
    for twin in also:
        _settle(copy_reply(reply, twin), by=by, at=at)


def _settle(reply: Reply, *, by: Any, at: datetime) -> None:
    """What follows for one paper from a reply that has reached its proposers."""
    assignment = reply.assignment
    issue_reply(reply, by=by, at=at)
    meet_reply(assignment, at=at)
    stop(assignment, at=at, reason="已答复", kinds=("handling_plan",))
    _settle_requests(assignment, by=by, at=at)
    _promise(reply, by=by, at=at)
    await_check(reply, at=at)
    summary = f"{assignment.unit}答复代表，{reply.result_class}。"
    note("deliver_reply", assignment.suggestion, summary, by=by, at=at, reply=reply.pk)
    notices.reply_delivered(reply, by=by, at=at)
    if not assignment.suggestion.answering_assignments().exclude(state=A.DELIVERED).exists():
        _answered(assignment.suggestion, by=by, at=at)


def _settle_requests(assignment: Assignment, *, by: Any, at: datetime) -> None:
    """A request for more time is void once the reply is there."""
    pending = assignment.extensions.filter(accepted__isnull=True)
    if pending.update(accepted=False, decided_at=at, decided_by=by, decision_note="已答复，无需延期。"):
        stop(assignment, at=at, reason="已答复", kinds=("extension_decision",))


def _promise(reply: Reply, *, by: Any, at: datetime) -> None:
    if not reply.result_class.needs_commitment:
        return
    commitment = Commitment.objects.create(
        suggestion=reply.assignment.suggestion,
        assignment=reply.assignment,
        reply=reply,
        text=reply.commitment_text,
        due_on=reply.commitment_due,
        made_at=at,
    )
    start_commitment(commitment, on=day_of(at), by=by, at=at)


def _answered(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    move(suggestion, SUGGESTION_FLOW, "reply")
    turn = suggestion.current_round()
    turn.replied_at = at
    turn.save(update_fields=["replied_at"])
    due = start_rating(suggestion, on=day_of(at), by=by, at=at).due_on
    note("reply", suggestion, "各承办单位均已答复，请代表评价。", by=by, at=at, round=turn.number)
    notices.rating_asked(suggestion, due, by=by, at=at)
    close_origin(suggestion, at=at)
