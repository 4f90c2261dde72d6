"""What is told of activities."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from deputies.models import Activity, Invitation, Leave
from deputies.notices.matrix import tell
from deputies.states import LeaveApprover
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import datetime_text


def invited(activity: Activity, invitations: Sequence[Invitation], *, by: Any, at: datetime) -> None:
    """Every deputy asked who has an account; who has none is called."""
    words = (
        f"时间：{datetime_text(activity.starts_at)}至{datetime_text(activity.ends_at)}\n"
        f"地点：{activity.place}\n组织单位：{activity.holder}\n"
        "邮件附有日历文件，打开即可加入手机或电脑日历；已订阅个人日历的，自动显示。\n"
        f"请在活动前答复是否参加；因故不能参加的，请书面请假，由{activity.kind.get_leave_approver_display()}审批。"
    )
    _tell("invited", invitations, activity, f"请参加{activity.kind}：{activity}", by=by, at=at, body=words)


def moved(activity: Activity, invitations: Sequence[Invitation], *, by: Any, at: datetime) -> None:
    time = f"{datetime_text(activity.starts_at)}至{datetime_text(activity.ends_at)}"
    body = f"现在的安排——时间：{time}；地点：{activity.place}。"
    _tell("moved", invitations, activity, f"活动安排有调整：{activity}", by=by, at=at, body=body)


def leave_asked(leave: Leave, *, by: Any, at: datetime) -> None:
    """Whoever decides; the organiser hears of the decision."""
    on, asked = timezone.localdate(at), leave.invitation
    title = f"请假待审批：{asked.deputy.name}，{asked.activity}"
    body = f"请假时间：{leave.scope}。请登录查看事由并审批。"
    tell("leave_asked", approvers(leave, on), leave, title, by=by, at=at, body=body, url=_page(leave))


def leave_decided(leave: Leave, *, by: Any, at: datetime) -> None:
    """The deputy, and whoever holds the activity."""
    asked = leave.invitation
    word = leave.get_state_display()
    body = f"请假时间：{leave.scope}。" + (f"审批意见：{leave.decision}" if leave.decision else "")
    people = [asked.deputy.user_id, asked.activity.planned_by_id]
    title = f"请假{word}：{asked.deputy.name}，{asked.activity}"
    tell("leave_decided", people, asked.activity, title, by=by, at=at, body=body, mark=leave.pk)


def leave_withdrawn(leave: Leave, *, by: Any, at: datetime) -> None:
    asked = leave.invitation
    people = {*approvers(leave, timezone.localdate(at)), asked.activity.planned_by_id}
    title = f"撤回请假，参加活动：{asked.deputy.name}，{asked.activity}"
    tell("leave_withdrawn", people, asked.activity, title, by=by, at=at, mark=leave.pk)


def corrected(invitation: Invitation, before: str, *, by: Any, at: datetime) -> None:
    activity, word = invitation.activity, invitation.get_attendance_display()
    body = f"由“{before}”更正为“{word}”：{invitation.correction}"
    _tell("corrected", [invitation], activity, f"出席情况更正：{activity}", by=by, at=at, body=body, mark=invitation.pk)


def approvers(leave: Leave, on: date) -> set[int]:
    """Ids of the people who decide on a leave: for the organiser whoever planned it and the convener of the group."""
    asked, kind = leave.invitation, LeaveApprover(leave.approver)
    if kind == LeaveApprover.CONVENOR:
        group = asked.activity.group_id
        heads = people_with(Role.GROUP_CONVENER, on=on).filter(deputy__mandates__group=group) if group else []
        planner = asked.activity.planned_by_id
        return {head.pk for head in heads} | ({planner} if planner else set())
    if kind == LeaveApprover.DELEGATION_HEAD:
        seats = asked.deputy.mandates.values("delegation")
        leading = people_with(Role.DELEGATION_HEAD, on=on).filter(deputy__mandates__delegation__in=seats)
        found = set(leading.values_list("pk", flat=True)) - {asked.deputy.user_id}
        return found or _ids(people_with((Role.CHAIR, Role.VICE_CHAIR), on=on))
    return _ids(people_with(Role.CHAIR if kind == LeaveApprover.SC_HEAD else (Role.CHAIR, Role.VICE_CHAIR), on=on))


def _ids(people: Any) -> set[int]:
    return set(people.values_list("pk", flat=True))


def _page(leave: Leave) -> str:
    return reverse("deputies:decide-leave", args=[leave.pk])


def cancelled(activity: Activity, invitations: Sequence[Invitation], *, by: Any, at: datetime) -> None:
    _tell("cancelled", invitations, activity, f"活动取消：{activity}", by=by, at=at, body=activity.cancel_reason)


def absent(activity: Activity, invitations: Sequence[Invitation], *, by: Any, at: datetime) -> None:
    """Whoever neither came nor had leave."""
    body = "您没有参加，也没有经批准的请假，已登记为缺席。登记有误的，请与组织单位联系更正。"
    _tell("absent", invitations, activity, f"缺席登记：{activity}", by=by, at=at, body=body)


def _tell(event: str, invitations: Iterable[Invitation], activity: Activity, title: str, **how: Any) -> None:
    people = [row.deputy.user_id for row in invitations if row.deputy.user_id]
    if people:
        tell(event, people, activity, title, **how)
