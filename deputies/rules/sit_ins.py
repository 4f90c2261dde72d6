"""Who asks to sit in on a meeting of the standing committee, and who answers."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.reception import may_hold_reception
from deputies.states import ActivityState
from deputies.states.contact import ApplicationState
from foundation.workflow import Verdict, when

STANDING_COMMITTEE = "standing_committee"
SETTLED = "该申请已经办理。"


def may_apply_sit_in(user: Any, meeting: Any = None, *, on: date) -> Verdict:
    """A serving deputy, for a meeting that lies ahead and whose list is not fixed."""
    verdict = when(user.is_authenticated and bool(people.mandates_of(user, on)), "由在任代表申请列席。", "role")
    if meeting is None:
        return verdict
    planned = meeting.activities.filter(kind__code="sit_in").exclude(state=ActivityState.CANCELLED)
    return (
        verdict
        & when(meeting.kind == STANDING_COMMITTEE, "只能申请列席常委会会议。", "input")
        & when(meeting.opens_on is None or meeting.opens_on > on, "这次会议已经举行，请申请列席下一次会议。", "date")
        & when(not planned.exists(), "这次会议的列席名单已经确定，请申请下一次，或者与代表联络工作机构联系。")
    )


def may_withdraw_sit_in(user: Any, application: Any, *, on: date) -> Verdict:
    own = user.is_authenticated and application.deputy.user_id == user.pk
    return when(own, "由申请列席的代表本人撤回。", "role") & _open(application)


def may_decline_sit_in(user: Any, application: Any, *, on: date) -> Verdict:
    """The office; whoever is asked to come hears by the invitation."""
    return may_hold_reception(user, on=on) & _open(application)


def _open(application: Any) -> Verdict:
    return when(application.state == ApplicationState.ASKED, SETTLED)
