"""Who opens plans and meetings of street committees and presidiums to everybody: the office alone."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from supervision.rules.house import may_manage
from supervision.states.local import LocalMeetingState, LocalYearState


def may_publish_local_year(user: Any, plan: Any, *, on: date) -> Verdict:
    """A plan its meeting has adopted."""
    return (
        may_manage(user, plan, on=on)
        & when(plan.state != LocalYearState.DRAFT, "计划报送以后才能公开。")
        & when(not plan.is_public, "已经公开。")
    )


def may_publish_local_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """When it has been held; once more, to cover more words."""
    return may_manage(user, meeting, on=on) & when(
        meeting.state == LocalMeetingState.HELD, "会议召开并登记以后才能公开。"
    )


def may_unpublish_local(user: Any, row: Any, *, on: date) -> Verdict:
    """Either."""
    return may_manage(user, row, on=on) & when(row.is_public, "没有公开，无需撤下。")
