"""What concerns many papers at once: no text told twice, and one meeting that assigns a session's suggestions."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from congress_portal.demo.district import District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import registered
from congress_portal.demo.subjects import SUBJECTS, Subject
from suggestions.models import AssignmentMeeting
from suggestions.states import UnitRole
from suggestions.transitions.assign_many import carry_out_all, start_assigning
from suggestions.transitions.meetings import call_meeting, confirm_row

# Days after the session in which the meeting assigns what was handed in.
MET = 6
# These go their own ways.
ALONE = ("not_filed", "converted", "separately")


def fresh(district: District, numbers: Iterable[int], places: Sequence[str]) -> tuple[int, str]:
    """The first matter and place that nobody has written about yet: the number in SUBJECTS, and the place."""
    pairs = [(number, place) for number in numbers for place in places]
    return next(pair for pair in pairs if unused(district, SUBJECTS[pair[0]], pair[1]))


def unused(district: District, subject: Subject, place: str) -> bool:
    """Whether this text is new; from now on it is not."""
    title = subject.title.format(place=place)
    new = title not in district.titles
    district.titles.add(title)
    return new


def turned(rows: Sequence, by: int) -> list:
    """The rows begun at another one."""
    by %= len(rows)
    return [*rows[by:], *rows[:by]]


def hand_in(rows: Iterable[tuple[Road, str]]) -> list[Road]:
    """Registers the papers of a session that are assigned together; answers them."""
    roads = [road for road, name in rows if name not in ALONE]
    for road in roads:
        registered(road)
    return roads


def assign_together(district: District, roads: Sequence[Road], title: str, days: int) -> None:
    """The meeting is called, every line confirmed, and all are assigned in one go."""
    meeting = call(district, title, days)
    for road in roads:
        confirm(district, meeting, road, days)
    start_assigning(meeting, by=roads[0].clerk, at=district.at(days, 15))
    carry_out_all(meeting, now=lambda: district.at(days, 15, 30))


def call(district: District, title: str, days: int) -> AssignmentMeeting:
    """A meeting for the assignment of many, so many days before the day of loading."""
    facts = {"place": "区人大常委会会议室", "with_government": True, "note": "由承办单位主要负责人参加。"}
    by, held_on = district.users["lianluo1"], district.at(days).date()
    return call_meeting(by=by, at=district.at(days, 8), title=title, held_on=held_on, **facts)


def confirm(district: District, meeting: AssignmentMeeting, road: Road, days: int) -> None:
    """The units of the matter, settled by the clerk."""
    units = [(district.organisations[road.subject.unit], UnitRole.LEAD)]
    units += [(district.organisations[key], UnitRole.CO) for key in road.subject.co_units]
    at = district.at(days, 9) + timedelta(seconds=road.serial % 60)
    confirm_row(meeting, by=road.clerk, at=at, suggestion=road.suggestion, units=units)
