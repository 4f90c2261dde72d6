"""Who opens street congresses, their meetings, opinions and topical deliberations to everybody: the office alone."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import OFFICE
from liaison_stations.states.council_opinion import OpinionState
from liaison_stations.states.deliberation import DeliberationState
from liaison_stations.states.street import StreetMeetingState

NOT_THE_OFFICE = "议政代表会和专题议事的公开、撤下由区人大常委会代表联络工作机构办理。"


def may_publish_congress(user: Any, congress: Any, *, on: date) -> Verdict:
    return _office(user, on) & when(not congress.is_public, "已经公开。")


def may_publish_street_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """Under a congress that is public; one that is ahead may be announced."""
    fit = meeting.state != StreetMeetingState.CANCELLED
    return (
        _office(user, on)
        & when(meeting.congress.is_public, "请先公开所属的议政代表会。")
        & when(fit, "已取消的会议不公开。")
        & when(not meeting.is_public, "已经公开。")
    )


def may_publish_council_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """When it has been told back; once more, to cover more words."""
    return (
        _office(user, on)
        & when(opinion.source.is_public, "请先公开所属的议政代表会或者专题议事。")
        & when(opinion.state == OpinionState.CLOSED, "反馈提出人以后才能公开。")
    )


def may_publish_deliberation(user: Any, row: Any, *, on: date) -> Verdict:
    """When it is settled; once more, to cover more words."""
    return _office(user, on) & when(row.state == DeliberationState.CLOSED, "办结以后才能公开。")


def may_unpublish_council(user: Any, row: Any, *, on: date) -> Verdict:
    """Any of the four."""
    return _office(user, on) & when(row.is_public, "没有公开，无需撤下。")


def _office(user: Any, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*OFFICE, on=on), NOT_THE_OFFICE, "role")
