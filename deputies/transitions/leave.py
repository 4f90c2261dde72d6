"""Leave from an activity: asked in writing before its end, decided by whom the rule names (代表法 13)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Invitation, Leave
from deputies.rules import approver_of, may_ask_leave, may_decide_leave, may_withdraw_leave
from deputies.rules.activities import over
from deputies.states import LEAVE_FLOW, Answer
from deputies.transitions._activity import day_of, note, open_invitation, open_leave
from foundation.workflow import Refused


@transaction.atomic
def ask_leave(invitation: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> Leave:
    """Asks not to come; the organiser may enter a paper for a deputy. Whoever decides hears.

    Refused: somebody else's invitation, after the activity, without a reason, with a leave in force.
    """
    asked = open_invitation(invitation, version)
    may_ask_leave(by, asked, on=day_of(at)).require()
    if at >= asked.activity.ends_at:
        raise Refused(over(asked.activity), "date")
    if not reason.strip():
        raise Refused("请写明请假事由。", "input", field="reason")
    facts = {"approver": approver_of(asked.activity, day_of(at)), "asked_by": by, "asked_at": at}
    leave = Leave.objects.create(invitation=asked, reason=reason.strip(), **facts)
    _answer(asked, Answer.LEAVE, at)
    # What ails somebody is not for everybody who reads the timeline.
    summary = f"{asked.deputy.name}申请请假，由{leave.get_approver_display()}审批。"
    note("ask_leave", asked.activity, summary, by=by, at=at, leave=leave.pk)
    notices.leave_asked(leave, by=by, at=at)
    return leave


@transaction.atomic
def decide_leave(
    pk: Any, *, by: Any, at: datetime, approve: bool, decision: str = "", version: int | None = None
) -> Leave:
    """Approves or refuses; a refusal says why. The deputy and the organiser hear.

    Refused: whom the rule did not name, one's own leave, twice, after the closing of the activity.
    """
    leave = open_leave(pk, version)
    may_decide_leave(by, leave, on=day_of(at)).require()
    if not approve and not decision.strip():
        raise Refused("不批准请假的，请写明理由。", "input", field="decision")
    leave.decided_by, leave.decided_at, leave.decision = by, at, decision.strip()
    verb = "approve_leave" if approve else "refuse_leave"
    leave.state = LEAVE_FLOW.target(verb, leave.state)
    leave.bump("state", "decided_by", "decided_at", "decision")
    asked = leave.invitation
    if not approve:
        _answer(asked, Answer.PENDING, at)
    word = "批准" if approve else "未批准"
    note(verb, asked.activity, f"{word}{asked.deputy.name}请假。", by=by, at=at, leave=leave.pk)
    notices.leave_decided(leave, by=by, at=at)
    return leave


@transaction.atomic
def withdraw_leave(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Leave:
    """The deputy can come after all. Whoever decided, or was to decide, hears."""
    leave = open_leave(pk, version)
    may_withdraw_leave(by, leave, on=day_of(at)).require()
    leave.state = LEAVE_FLOW.target("withdraw_leave", leave.state)
    leave.bump("state")
    asked = leave.invitation
    _answer(asked, Answer.COMING, at)
    note("withdraw_leave", asked.activity, f"{asked.deputy.name}撤回请假，参加活动。", by=by, at=at, leave=leave.pk)
    notices.leave_withdrawn(leave, by=by, at=at)
    return leave


def _answer(invitation: Invitation, answer: str, at: datetime) -> None:
    invitation.answer, invitation.answered_at = answer, at
    invitation.bump("answer", "answered_at")
