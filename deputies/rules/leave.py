"""Who may stay away from an activity, and who decides on that (代表法 13; domain 3.3)."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.activities import NOT_INVITED, holds, is_own, last_day, over
from deputies.rules.register import LEADERS
from deputies.states import LEAVE_FLOW, RUNNING, LeaveApprover
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when

NOT_THE_APPROVER = "这份请假由“{}”审批，请转送批准人。"
TOO_LATE_TO_DECIDE = "活动已经办结，不能再审批请假；确有特殊情况的，请更正出席情况。"


def approver_of(activity: Any, on: date) -> str:
    """Whom the kind of activity names on the day of asking: another one while the session itself sits."""
    kind, meeting = activity.kind, activity.meeting
    sits = meeting is not None and meeting.opens_on is not None and on >= meeting.opens_on
    return kind.approver_in_session if sits and kind.approver_in_session else kind.leave_approver


def may_ask_leave(user: Any, invitation: Any, *, on: date) -> Verdict:
    """The deputy in person, or the organiser who enters his paper; never after the activity (代表法 13)."""
    activity = invitation.activity
    holder = holds(user, activity.organiser_id, activity.group, on)
    return (
        when(is_own(user, invitation) or holder, NOT_INVITED, "role")
        & when(activity.state in RUNNING, over(activity))
        & when(on <= last_day(activity), over(activity), "date")
        & when(not invitation.came or len(activity.halves) > 1, "已登记出席，不能再请假。")
        & when(not invitation.leaves.in_force().exists(), "这次活动已有请假申请；需要修改的，请先撤回。")
    )


def may_withdraw_leave(user: Any, leave: Any, *, on: date) -> Verdict:
    """The deputy in person, while the activity is not over."""
    activity = leave.invitation.activity
    return (
        when(is_own(user, leave.invitation), "请假由代表本人撤回。", "role")
        & LEAVE_FLOW.verdict("withdraw_leave", leave.state)
        & when(activity.state in RUNNING and on <= last_day(activity), "活动已经结束，请假不能再撤回。")
    )


def may_decide_leave(user: Any, leave: Any, *, on: date) -> Verdict:
    """Whom the rule of the kind named, and nobody his own."""
    hands = {user.pk, getattr(getattr(user, "acted_by", None), "pk", None)}
    mine = leave.invitation.deputy.user_id in hands
    return (
        when(user.is_authenticated and not mine, "不能审批本人的请假。", "role")
        & when(_approves(user, leave, on), NOT_THE_APPROVER.format(leave.get_approver_display()), "role")
        & LEAVE_FLOW.verdict("approve_leave", leave.state)
        & when(leave.invitation.activity.state in RUNNING, TOO_LATE_TO_DECIDE)
    )


def _approves(user: Any, leave: Any, on: date) -> bool:
    activity = leave.invitation.activity
    if leave.approver == LeaveApprover.CONVENOR:
        return holds(user, activity.organiser_id, activity.group, on)
    if leave.approver == LeaveApprover.DELEGATION_HEAD:
        asks = leave.invitation.deputy.user
        if asks is not None and asks.has_role(Role.DELEGATION_HEAD, on=on):
            # Who leads a delegation is asked for by the leaders, not by himself.
            return user.has_role(*LEADERS, on=on)
        seats = leave.invitation.deputy.mandates.all()
        leads = user.has_role(Role.DELEGATION_HEAD, on=on)
        return leads and bool(people.delegations_of(user, on) & {seat.delegation_id for seat in seats})
    heads = LEADERS if leave.approver == LeaveApprover.SC_LEADERS else (Role.CHAIR,)
    return user.has_role(*heads, on=on)


def may_open_leave(user: Any, leave: Any) -> Verdict:
    """Papers that go with a leave: who may read why."""
    seen = type(leave)._default_manager.visible_to(user).filter(pk=leave.pk)
    return when(user.is_authenticated and seen.exists(), "该材料仅供本人、组织单位和批准人查阅。", "role")
