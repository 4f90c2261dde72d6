"""Leave from an activity: asked in writing before its end, decided by whom the rule names (代表法 13)."""

from collections.abc import Collection
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
def ask_leave(
    invitation: Any,
    *,
    by: Any,
    at: datetime,
    reason: str,
    parts: Collection[str] = (),
    version: int | None = None,
) -> Leave:
    """Asks not to come, or not for the half-days `parts` (keys); the organiser may enter a paper for a deputy.

    Whoever decides hears. Refused: somebody else's invitation, after the activity or a half-day of it, without a
    reason, with a leave in force, from the whole once he is there.
    """
    asked = open_invitation(invitation, version)
    may_ask_leave(by, asked, on=day_of(at)).require()
    if at >= asked.activity.ends_at:
        raise Refused(over(asked.activity), "date")
    if not reason.strip():
        raise Refused("请写明请假事由。", "input", field="reason")
    chosen = _chosen(asked, parts, at)
    facts = {"parts": chosen, "approver": approver_of(asked.activity, day_of(at)), "asked_by": by, "asked_at": at}
    leave = Leave.objects.create(invitation=asked, reason=reason.strip(), **facts)
    _answer(asked, Answer.COMING if chosen else Answer.LEAVE, at)
    # What ails somebody is not for everybody who reads the timeline.
    summary = f"{asked.deputy.name}申请请假（{leave.scope}），由{leave.get_approver_display()}审批。"
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
    if not approve and not leave.parts:
        _answer(asked, Answer.PENDING, at)
    word = "批准" if approve else "未批准"
    note(verb, asked.activity, f"{word}{asked.deputy.name}请假（{leave.scope}）。", by=by, at=at, leave=leave.pk)
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


def _chosen(invitation: Invitation, parts: Collection[str], at: datetime) -> list[str]:
    """The half-days asked for; empty when they are all there are."""
    halves = invitation.activity.halves
    wanted = [half for half in halves if half.key in parts]
    if len(wanted) != len(set(parts)):
        raise Refused("所选的半天不在活动时间内，请重新选择。", "input", field="parts")
    if over_already := [half for half in wanted if half.ends_at <= at]:
        words = f"{'、'.join(map(str, over_already))}已经过去，不能再请假，请去掉后再提交。"
        raise Refused(words, "input", field="parts")
    whole = len(wanted) in (0, len(halves))
    if whole and invitation.came:
        raise Refused("已登记出席，不能再请全程的假；中途离开的，请选择请假的半天。", "input", field="parts")
    return [] if whole else [half.key for half in wanted]


def _answer(invitation: Invitation, answer: str, at: datetime) -> None:
    invitation.answer, invitation.answered_at = answer, at
    invitation.bump("answer", "answered_at")
