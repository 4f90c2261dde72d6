"""The year before: its session, its suggestions from the first word to the last rating."""

from dataclasses import replace

from congress_portal.demo.acts import advise, grade, open_up, sign, talk, write_reply
from congress_portal.demo.district import LAST, PLACES, District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import CO_OPINIONS_AFTER, ROADS, handling, registered, tracking
from congress_portal.demo.sideroads import SIDE_ROADS
from congress_portal.demo.subjects import BEFORE, joined
from congress_portal.demo.together import MET, assign_together, hand_in, unused
from suggestions.states import Grade
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.merge import merge
from suggestions.transitions.split import answer_split, propose_split

TITLE = "区五届人大四次会议代表建议交办会"
# (days before the day of loading, road, how many). The first four promises are not kept before the year turns.
PLAN = (
    (LAST, "carried", 4),
    (LAST, "fulfilled", 4),
    (LAST, "closed", 12),
    (LAST, "closed_basically", 4),
    (LAST, "closed_c", 3),
    (LAST, "answered_again", 3),
    (LAST, "unstated", 1),
    (LAST, "separately", 1),
    (LAST + 2, "converted", 1),
    (LAST, "not_filed", 1),
    (LAST - 120, "closed", 4),
    (LAST - 160, "closed_basically", 1),
)
BEGIN_SERIAL = 400
SERIAL_OF_PARTS = 480
TURN_OF_THE_YEAR = 320


def carried(road: Road) -> None:
    """A promise that is not kept before the year turns."""
    tracking(road, TURN_OF_THE_YEAR)


WAYS = ROADS | SIDE_ROADS | {"carried": carried}


def tell(district: District) -> list[Road]:
    """Every paper of that year, as far as it came within it."""
    plan = [(days, name) for days, name, count in PLAN for _ in range(count)]
    rows = [(_road(district, turn, days), name) for turn, (days, name) in enumerate(plan)]
    together = hand_in(row for row in rows if row[0].days == LAST)
    main = next(road for road, name in rows if name == "closed")
    member = _merged(district, main)
    parts = _taken_apart(district)
    assign_together(district, [*together, *parts], TITLE, LAST - MET)
    _handled_as_one(main, member)
    for road, name in [*rows, *((part, "closed") for part in parts)]:
        if road is not main:
            WAYS[name](road)
    return [road for road, name in rows if name != "not_filed"]


def _road(district: District, turn: int, days: int) -> Road:
    number, place = turn % len(BEFORE), PLACES[(turn + turn // len(BEFORE)) % len(PLACES)]
    return _paper(district, number, place, days, BEGIN_SERIAL + turn)


def _paper(district: District, number: int, place: str, days: int, serial: int) -> Road:
    unused(district, BEFORE[number], place)
    seats = district.mandates[place]
    return Road(district, BEFORE[number], place, seats[1 + serial % (len(seats) - 1)], days, serial)


def _merged(district: District, main: Road) -> Road:
    """The same matter from the next place, handled along."""
    number, place = BEFORE.index(main.subject), PLACES[(PLACES.index(main.place) + 3) % len(PLACES)]
    member = _paper(district, number, place, LAST, SERIAL_OF_PARTS)
    registered(member)
    reason = "两件建议反映同类事项，由同一承办单位一并办理，分别答复。"
    merge(main.suggestion, by=main.clerk, at=main.at(4), members=[member.suggestion], reason=reason)
    return member


def _handled_as_one(main: Road, member: Road) -> None:
    """The unit talks to both deputies, answers once, and each rates for himself."""
    handling(main)
    for turn, road in enumerate((main, member)):
        talk(road, road.parts()[0], 18 + turn)
    advise(main, CO_OPINIONS_AFTER)
    part = main.parts()[0]
    write_reply(main, part, 45, "A")
    sign(main, part, 48)
    check_reply(part, by=main.clerk, at=main.at(50), passed=True)
    for turn, road in enumerate((main, member)):
        grade(road, 58 + turn, Grade.SATISFIED, Grade.SATISFIED)
        open_up(road, 70 + turn)


def _taken_apart(district: District) -> list[Road]:
    """A paper of two matters that its deputy let be taken apart; answers the two."""
    pair = (BEFORE[0], BEFORE[6])
    origin = _paper(district, 0, PLACES[4], LAST, SERIAL_OF_PARTS + 1)
    origin.subject = joined(*pair)
    registered(origin)
    parts = [origin.part(one) for one in pair]
    reason = "所提内容涉及公交和照明两个事项，由不同单位办理，建议分别提出。"
    split = propose_split(origin.suggestion, by=origin.clerk, at=origin.at(3), reason=reason, parts=parts)
    answer_split(split, by=origin.lead.deputy.user, at=origin.at(4), agree=True)
    papers = [row.suggestion for row in split.parts.select_related("suggestion").order_by("pk")]
    return [
        replace(origin, subject=one, suggestion=paper, serial=origin.serial + turn)
        for turn, (one, paper) in enumerate(zip(pair, papers, strict=True), 1)
    ]
