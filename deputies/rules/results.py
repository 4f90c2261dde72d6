"""Who passes on what deputies found, who answers it, and who handles the money of activities."""

from datetime import date
from typing import Any

from deputies.rules.activities import may_run_activity
from deputies.rules.register import KEEPERS, LEADERS
from deputies.states import ActivityState
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.workflow import Verdict, when

BODY_ROLES = (*DUTY_ROLES, Role.GOVERNMENT_OFFICE)
BUDGET_READERS = (*KEEPERS, *LEADERS)
HELD = (ActivityState.HELD, ActivityState.CLOSED)


def may_forward_result(user: Any, activity: Any, *, on: date) -> Verdict:
    return may_run_activity(user, activity, on=on) & when(activity.state in HELD, "活动举行后再转交代表意见。")


def may_give_feedback(user: Any, result: Any, *, on: date) -> Verdict:
    """The body it was passed to, once."""
    mine = user.is_authenticated and result.body_id in user.organisations(*BODY_ROLES, on=on)
    return when(mine, "该意见由转交的单位反馈。", "role") & when(result.feedback_at is None, "已经反馈。")


def may_open_result(user: Any, result: Any) -> Verdict:
    """Papers that came with the feedback."""
    seen = type(result)._default_manager.visible_to(user).filter(pk=result.pk)
    return when(user.is_authenticated and seen.exists(), "该材料仅供参加活动的代表、组织单位和转交单位查阅。", "role")


def may_read_budget(user: Any) -> Verdict:
    allowed = user.is_authenticated and user.has_role(*BUDGET_READERS)
    return when(allowed, "代表活动经费由代表联络工作机构管理。", "role")


def may_keep_budget(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The liaison clerk writes down what was decided and spent."""
    allowed = user.is_authenticated and user.has_role(Role.CLERK, on=on)
    return when(allowed, "经费收支由代表联络工作机构登记。", "role")
