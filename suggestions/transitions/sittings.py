"""Whether a decision can come from a meeting: of the right kind, and held by the day of the decision."""

from datetime import date, datetime

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.workflow import Refused
from suggestions.transitions.beats import day_of


def check_meeting(meeting: Meeting, at: datetime, *kinds: str) -> None:
    """Refused unless it is a meeting of one of these kinds that has been held."""
    if meeting.kind not in kinds:
        names = "或者".join(MeetingKind(kind).label for kind in kinds)
        raise Refused(f"请选择{names}。", "input")
    if meeting.opens_on is None:
        raise Refused("这次会议没有登记日期，请先补登。", "input")
    check_held(meeting, day_of(at))


def check_held(meeting: Meeting, day: date) -> None:
    """Refused for a meeting that opened after `day`."""
    if meeting.opens_on is not None and meeting.opens_on > day:
        raise Refused("这次会议尚未召开，请核对会议和日期。", "input")
