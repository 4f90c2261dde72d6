"""Papers that are handled in company: merged, assigned at one meeting, listed for the next one, taken apart."""

from datetime import timedelta

from congress_portal.demo.acts import consult, grade
from congress_portal.demo.district import PLACES, District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import registered, replied
from congress_portal.demo.subjects import SUBJECTS
from suggestions.models import AssignmentMeeting
from suggestions.states import Grade, UnitRole
from suggestions.transitions.assign_many import carry_out_all, start_assigning
from suggestions.transitions.meetings import call_meeting, confirm_row
from suggestions.transitions.merge import merge
from suggestions.transitions.split import propose_split

# Days before the day of loading: handed in, merged, met.
HANDED_IN, MERGED, MET = 19, 16, 15
PARTS = (
    ("关于增设公交站点的建议", "附近居民反映乘车不便，最近的站点在一公里以外。", "在主要路口增设一处公交站点。"),
    (
        "关于修复背街小巷路灯的建议",
        "路灯损坏较多，夜间出行不安全。",
        "年内完成损坏路灯的修复，并建立巡查制度。",
    ),
)


def tell(district: District) -> int:
    """A meeting that was held, one that is being prepared, and a paper its deputy may take apart; how many papers."""
    held = [_paper(district, number, HANDED_IN) for number in range(4)]
    # The same matter from another place.
    held.append(_paper(district, 0, HANDED_IN, turn=1))
    _merge(district, held[0], held[-1])
    _meet(district, held[:4])
    coming = [_paper(district, number, 6) for number in (5, 7, 9)]
    _prepare(district, coming[0])
    _propose(district, _paper(district, 11, 6, hers=True))
    _consult(district)
    return len(held) + len(coming) + 3


def _consult(district: District) -> None:
    """Before rating two leads ask who signed along: one has waited long enough, one still waits for a colleague."""
    asked = _answered(district, 13, 75)
    good = Grade.SATISFIED, Grade.SATISFIED
    consult(asked, 51, good, silent=asked.suggestion.cosigners.last().mandate)
    grade(asked, 67, *good)
    waiting = district.users["daibiao2"].deputy.mandates.get()
    consult(_answered(district, 15, 53, hers=True), 52, good, silent=waiting)


def _answered(district: District, number: int, days: int, *, hers: bool = False) -> Road:
    """A joint paper with its reply; every third serial is joint."""
    place = PLACES[0 if hers else number % len(PLACES)]
    seats = district.mandates[place]
    road = Road(district, SUBJECTS[number % len(SUBJECTS)], place, seats[0 if hers else 1], days, 300 + number // 2 * 3)
    replied(road)
    return road


def _paper(district: District, number: int, days: int, *, turn: int = 0, hers: bool = False) -> Road:
    place = PLACES[0 if hers else (number + turn) % len(PLACES)]
    seats = district.mandates[place]
    lead = seats[0] if hers else seats[(1 + number + turn) % len(seats) or 1]
    road = Road(district, SUBJECTS[number % len(SUBJECTS)], place, lead, days, 200 + number + 50 * turn)
    registered(road)
    return road


def _merge(district: District, main: Road, member: Road) -> None:
    reason = "两件建议反映同一事项，由同一承办单位一并办理，分别答复。"
    at = district.at(MERGED, 9)
    merge(main.suggestion, by=main.clerk, at=at, members=[member.suggestion], reason=reason)


def _meet(district: District, roads: list[Road]) -> None:
    clerk = roads[0].clerk
    meeting = _call(district, "闭会期间代表建议交办会", MET)
    for road in roads:
        _confirm(district, meeting, road, MET)
    start_assigning(meeting, by=clerk, at=district.at(MET, 15))
    carry_out_all(meeting, now=lambda: district.at(MET, 15, 30))


def _prepare(district: District, road: Road) -> None:
    _confirm(district, _call(district, "下一次代表建议交办会", 1), road, 1)


def _call(district: District, title: str, days: int) -> AssignmentMeeting:
    held_on = district.at(days).date()
    facts = {"place": "区人大常委会会议室", "with_government": True, "note": "由承办单位主要负责人参加。"}
    by, at = district.users["lianluo1"], district.at(days, 8)
    return call_meeting(by=by, at=at, title=title, held_on=held_on, **facts)


def _confirm(district: District, meeting: AssignmentMeeting, road: Road, days: int) -> None:
    units = [(district.organisations[road.subject.unit], UnitRole.LEAD)]
    units += [(district.organisations[key], UnitRole.CO) for key in road.subject.co_units]
    at = district.at(days, 9) + timedelta(seconds=road.serial % 60)
    confirm_row(meeting, by=road.clerk, at=at, suggestion=road.suggestion, units=units)


def _propose(district: District, road: Road) -> None:
    parts = [dict(zip(("title", "facts", "proposals"), part, strict=True)) for part in PARTS]
    reason = "所提内容涉及两个事项，由不同单位办理，建议分别提出。"
    propose_split(road.suggestion, by=road.clerk, at=district.at(1, 14), reason=reason, parts=parts)
