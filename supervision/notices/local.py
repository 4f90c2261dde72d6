"""What is told of street committees and township presidiums."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import datetime_text
from supervision.models import LocalBody, LocalMeeting, LocalMember, LocalYear
from supervision.notices.matrix import tell


def keepers_of(body: LocalBody, at: datetime) -> set[int]:
    """The clerks of the house."""
    rows = people_with(Role.TOWNSHIP_CLERK, body.organisation_id, on=timezone.localdate(at))
    return set(rows.values_list("pk", flat=True))


def office(at: datetime) -> set[int]:
    return set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))


def members_of(body: LocalBody, at: datetime) -> set[int]:
    """The members who are deputies and sign in here."""
    rows = body.members.active_on(timezone.localdate(at)).filter(deputy__user__is_active=True)
    return set(rows.order_by().values_list("deputy__user", flat=True))


def member_chosen(member: LocalMember, *, by: Any, at: datetime) -> None:
    """The member himself where he signs in, and the district's office."""
    own = {member.deputy.user_id} if member.deputy else set()
    title = f"{member}任{member.body.organisation.label}{member.post_name}"
    tell("local_member", own | office(at), member, title, by=by, at=at, body=member.chosen_by)


def meeting_called(meeting: LocalMeeting, *, by: Any, at: datetime) -> None:
    body = f"{datetime_text(meeting.starts_at)}，{meeting.place}。"
    people = members_of(meeting.body, at) | keepers_of(meeting.body, at)
    tell("local_meeting_called", people, meeting, f"会议安排：{meeting}", by=by, at=at, body=body)


def meeting_cancelled(meeting: LocalMeeting, *, by: Any, at: datetime) -> None:
    people = members_of(meeting.body, at) | keepers_of(meeting.body, at)
    title = f"会议取消：{meeting}"
    tell("local_meeting_cancelled", people, meeting, title, by=by, at=at, body=meeting.cancel_reason)


def meeting_held(meeting: LocalMeeting, *, by: Any, at: datetime) -> None:
    body = f"应到{meeting.members}人，到会{meeting.present}人。"
    tell("local_meeting_held", office(at), meeting, f"会议已召开：{meeting}", by=by, at=at, body=body)


def plan_filed(plan: LocalYear, *, by: Any, at: datetime) -> None:
    title = f"报送年度工作计划：{plan}"
    tell("local_plan_filed", office(at), plan, title, by=by, at=at, body=plan.adopted_by)


def report_in(plan: LocalYear, *, by: Any, at: datetime) -> None:
    tell("local_report_in", office(at), plan, f"报送年终报告，请审阅：{plan}", by=by, at=at)


def report_returned(plan: LocalYear, *, by: Any, at: datetime) -> None:
    title = f"年终报告退回补充：{plan}"
    tell("local_report_returned", keepers_of(plan.body, at), plan, title, by=by, at=at, body=plan.return_reason)


def year_archived(plan: LocalYear, *, by: Any, at: datetime) -> None:
    title = f"年终报告已审阅归档：{plan}"
    tell("local_year_archived", keepers_of(plan.body, at), plan, title, by=by, at=at, body=plan.comment)
