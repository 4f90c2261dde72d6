"""What is told of activities."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from deputies.models import Activity, Invitation
from deputies.notices.telling import tell
from foundation.web.chinese import datetime_text


def invited(activity: Activity, invitations: Sequence[Invitation], *, by: Any, at: datetime) -> None:
    """Every deputy asked who has an account; who has none is called."""
    words = (
        f"时间：{datetime_text(activity.starts_at)}至{datetime_text(activity.ends_at)}\n"
        f"地点：{activity.place}\n组织单位：{activity.holder}\n"
        f"请在活动前答复是否参加；因故不能参加的，请书面请假，由{activity.kind.get_leave_approver_display()}审批。"
    )
    _tell("invited", invitations, activity, f"请参加{activity.kind}：{activity}", by=by, at=at, body=words)


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
