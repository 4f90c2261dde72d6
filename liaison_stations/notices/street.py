"""What is told of street deliberation congresses."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.ballots.models import PaperCount
from foundation.web.chinese import datetime_text
from liaison_stations.models import StreetCongress, StreetMatter, StreetMeeting, StreetMember
from liaison_stations.notices.matrix import tell


def deputies_of(congress: StreetCongress, at: datetime) -> set[int]:
    """The members who are deputies and sign in here; residents are told by the street."""
    rows = congress.members.active_on(timezone.localdate(at)).filter(deputy__user__is_active=True)
    return set(rows.order_by().values_list("deputy__user", flat=True))


def conveners_of(congress: StreetCongress, at: datetime) -> set[int]:
    """The clerks of the street and of the office."""
    on = timezone.localdate(at)
    street = people_with(Role.TOWNSHIP_CLERK, congress.organisation_id, on=on)
    office = people_with(Role.CLERK, on=on)
    return set(street.values_list("pk", flat=True)) | set(office.values_list("pk", flat=True))


def meeting_planned(meeting: StreetMeeting, *, by: Any, at: datetime) -> None:
    body = f"{datetime_text(meeting.starts_at)}，{meeting.place}。"
    people = deputies_of(meeting.congress, at) | conveners_of(meeting.congress, at)
    tell("street_meeting_planned", people, meeting, f"会议安排：{meeting}", by=by, at=at, body=body)


def meeting_cancelled(meeting: StreetMeeting, *, by: Any, at: datetime) -> None:
    people = deputies_of(meeting.congress, at) | conveners_of(meeting.congress, at)
    title = f"会议取消：{meeting}"
    tell("street_meeting_cancelled", people, meeting, title, by=by, at=at, body=meeting.cancel_reason)


def meeting_held(meeting: StreetMeeting, *, by: Any, at: datetime) -> None:
    body = f"应到{meeting.members}人，到会{meeting.present}人。"
    people = conveners_of(meeting.congress, at)
    tell("street_meeting_held", people, meeting, f"会议已召开：{meeting}", by=by, at=at, body=body)


def presidium_seated(congress: StreetCongress, members: Iterable[StreetMember], *, by: Any, at: datetime) -> None:
    body = "、".join(member.name for member in members)
    title = f"主席团成员已登记：{congress}"
    tell("presidium_seated", deputies_of(congress, at), congress, title, by=by, at=at, body=body)


def vote_entered(matter: StreetMatter, *, by: Any, at: datetime) -> None:
    """Colleagues, one of whom checks."""
    people = conveners_of(matter.meeting.congress, at)
    title = f"表决计票待核对：{matter}"
    tell("street_vote_entered", people, matter, title, by=by, at=at, body=str(matter.meeting))


def vote_returned(matter: StreetMatter, count: PaperCount, *, by: Any, at: datetime) -> None:
    title = f"表决计票须重新录入：{matter}"
    tell("street_vote_returned", [count.entered_by_id], matter, title, by=by, at=at, body=count.return_reason)


def vote_checked(matter: StreetMatter, count: PaperCount, *, by: Any, at: datetime) -> None:
    people = conveners_of(matter.meeting.congress, at) | deputies_of(matter.meeting.congress, at)
    result = matter.outcome or "表决无效"
    tell("street_vote_checked", people, matter, f"表决结果（{result}）：{matter}", by=by, at=at, body=count.formula)
