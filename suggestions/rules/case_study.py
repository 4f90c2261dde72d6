"""Who chooses the suggestions of a case session."""

from datetime import date
from typing import Any

from deputies.rules import may_plan_training
from deputies.states import ActivityState
from foundation.workflow import Verdict, when

CASE_SESSION = "case_session"
OPEN = (ActivityState.PLANNED, ActivityState.ANNOUNCED, ActivityState.HELD)


def may_choose_case(user: Any, activity: Any, *, on: date) -> Verdict:
    """The liaison office, for a case session that is not closed."""
    return (
        may_plan_training(user, on=on)
        & when(activity.kind.code == CASE_SESSION, "只有案例交流活动可以选入建议。")
        & when(activity.state in OPEN, "活动已经办结或者取消，不能再选入建议。")
    )
