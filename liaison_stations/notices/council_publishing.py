"""What is told when the office opens a street congress, a meeting, an opinion or a deliberation to everybody."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.rules import ANSWERING
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from liaison_stations.models import CouncilOpinion, Deliberation, StreetCongress, StreetMeeting
from liaison_stations.notices.deliberations import keepers_of_station, sitting
from liaison_stations.notices.matrix import tell
from liaison_stations.notices.street import deputies_of

EVERYBODY = "公众可以在网上查看。"


def congress_published(congress: StreetCongress, *, by: Any, at: datetime) -> None:
    """Its members, whose names everybody reads from now on."""
    title, body = f"已在网上公开：{congress}", f"公开届次、任期和议政代表名单。{EVERYBODY}"
    tell("street_published", _members(congress, at), congress, title, by=by, at=at, body=body)


def street_meeting_published(meeting: StreetMeeting, *, by: Any, at: datetime) -> None:
    title, body = f"会议已在网上公开：{meeting}", f"公开时间、地点、议程和表决结果。{EVERYBODY}"
    tell("street_meeting_published", _members(meeting.congress, at), meeting, title, by=by, at=at, body=body)


def opinion_published(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    """Everybody it was raised among, and the body whose answer stands beside it."""
    people = _members(opinion.congress, at) if opinion.congress else set()
    if opinion.deliberation:
        people = _table(opinion.deliberation, at)
    if opinion.body_id:
        people |= set(people_with(ANSWERING, opinion.body, on=timezone.localdate(at)).values_list("pk", flat=True))
    title, body = f"议事意见和办理结果已在网上公开：{opinion}", EVERYBODY
    tell("council_published", people, opinion, title, by=by, at=at, body=body)


def deliberation_published(row: Deliberation, *, by: Any, at: datetime) -> None:
    title = f"专题议事结果已在网上公开：{row}"
    tell("deliberation_published", _table(row, at), row, title, by=by, at=at, body=EVERYBODY)


def _members(congress: StreetCongress, at: datetime) -> set[int]:
    """The deputies among them; the clerk of the street, who tells the others."""
    street = people_with(Role.TOWNSHIP_CLERK, congress.organisation_id, on=timezone.localdate(at))
    return deputies_of(congress, at) | set(street.values_list("pk", flat=True))


def _table(row: Deliberation, at: datetime) -> set[int]:
    """Deputies and bodies that sat there; whoever keeps the station, who tells the residents."""
    return sitting(row, at) | keepers_of_station(row.station, timezone.localdate(at))
