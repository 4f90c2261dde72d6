from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation, User
from foundation.accounts.roles import LEADERS, OrganisationKind
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import KeySupervision
from suggestions.rules import may_choose_key
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.clocks import start_key
from suggestions.transitions.duties import enter_key


@transaction.atomic
def choose_key(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    meeting: Meeting,
    leader: User,
    government_leader: str,
    committee: Organisation,
    plan: str = "",
) -> KeySupervision:
    """The office writes down that the council of chairpersons chose a suggestion for the year of `at`; `pk` the case.

    Refused without a council meeting that has taken place, without a chair or vice-chair in the lead, without the
    government's leader, and for a committee that is none. Leader, committee, units and deputy hear.
    """
    suggestion = open_suggestion(pk, version)
    may_choose_key(by, suggestion, on=day_of(at)).require()
    check_council(meeting, at)
    _check(leader, government_leader, committee, at)
    key = KeySupervision.objects.create(
        suggestion=suggestion,
        year=day_of(at).year,
        meeting=meeting,
        leader=leader,
        government_leader=government_leader,
        committee=committee,
        plan=plan,
        chosen_by=by,
        chosen_at=at,
    )
    suggestion.is_key = True
    suggestion.bump("is_key")
    start_key(key, on=day_of(at), by=by, at=at)
    summary = (
        f"{meeting}确定为{key.year}年重点督办建议，{leader}领衔督办，{government_leader}领办，{committee}负责督办。"
    )
    note("choose_key", suggestion, summary, by=by, at=at, key=key.pk)
    enter_key(key, by=by, at=at)
    notices.key_chosen(key, by=by, at=at)
    return key


def check_council(meeting: Meeting, at: datetime) -> None:
    """Refused unless it is a council of chairpersons that has been held."""
    if meeting.kind != MeetingKind.COUNCIL:
        raise Refused("请选择主任会议。", "input")
    if meeting.opens_on is None or meeting.opens_on > day_of(at):
        raise Refused("这次主任会议尚未召开，请核对会议和日期。", "input")


def _check(leader: User, government_leader: str, committee: Organisation, at: datetime) -> None:
    if not leader.has_role(*LEADERS, on=day_of(at)):
        raise Refused("领衔督办的应当是在任的常委会主任、副主任。", "input")
    if not government_leader.strip():
        raise Refused("请写明领办的政府领导。", "input")
    if committee.kind != OrganisationKind.SC_COMMITTEE or not committee.is_active:
        raise Refused("负责督办的应当是常委会的工作委员会。", "input")
