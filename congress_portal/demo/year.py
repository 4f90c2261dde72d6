"""The year as it went: which papers were handed in when, and how far each has come by the day of loading."""

from collections.abc import Callable, Sequence

from congress_portal.demo.district import PLACES, SESSION, District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import ROADS
from congress_portal.demo.sideroads import SIDE_ROADS
from congress_portal.demo.subjects import AGAIN, BEFORE, SUBJECTS, TWO
from congress_portal.demo.together import MET, assign_together, fresh, hand_in, turned, unused
from suggestions.models import Suggestion

# (days before the day of loading, road, how many). The first block was handed in during the session.
TITLE = "区五届人大五次会议代表建议交办会"
PLAN = (
    (SESSION, "closed", 14),
    (SESSION, "closed_basically", 5),
    (SESSION, "closed_c", 4),
    (SESSION, "tracking", 5),
    (SESSION, "fulfilled", 4),
    (SESSION, "answered_again", 3),
    (SESSION, "not_filed", 1),
    (SESSION + 2, "converted", 1),
    (SESSION, "separately", 1),
    (SESSION, "unstated", 1),
    (SESSION, "reported", 1),
    (100, "to_open", 2),
    (130, "mediation", 1),
    (118, "extended", 2),
    (98, "contacted", 1),
    (92, "handling", 1),
    (88, "contacted", 2),
    (80, "extension_asked", 1),
    (72, "rehandling", 2),
    (62, "replied", 1),
    (58, "replied_b", 2),
    (54, "under_check", 2),
    (53, "returned", 1),
    (60, "on_paper", 1),
    (44, "drafted", 1),
    (42, "bounced", 1),
    (40, "contacted", 2),
    (30, "handling", 2),
    (16, "reassigned", 1),
    (14, "appealed", 1),
    (12, "assigned", 1),
    (9, "objected", 1),
    (7, "assigned", 1),
    (5, "registered", 2),
    (3, "sent_back", 1),
    (4, "withdrawn", 1),
    (2, "submitted", 3),
    (0, "cosigning", 1),
    (0, "draft", 1),
    (SESSION, "to_rate_again", 1),
)
# Papers of the deputy whose sign-in is printed, so that every kind of work waits for her.
HERS = ("draft", "cosigning", "sent_back", "replied", "replied_b", "contacted", "rehandling", "closed", "to_rate_again")
# The matters of the units whose sign-in is printed.
OF_TRANSPORT = [number for number, subject in enumerate(SUBJECTS) if subject.unit == "transport"]
FOR_TRANSPORT = (
    "assigned",
    "handling",
    "contacted",
    "returned",
    "under_check",
    "objected",
    "rehandling",
    "drafted",
    "tracking",
)
# These need a subject with a co-unit: the first one has the unit whose sign-in is printed.
TOGETHER = ("bounced", "separately", "appealed")
EVERY_ROAD = ROADS | SIDE_ROADS


def tell(district: District, progress: Callable[[int, int], None], before: Sequence[Road] = ()) -> list[Road]:
    """Walks every paper of the plan as far as it has come; `progress(done, of)` after each.

    `before` are the papers of the year before: whoever writes of the same matter and place names the earlier one.
    """
    for subject in TWO:
        unused(district, subject, PLACES[0])
    plan = [(days, name) for days, name, count in PLAN for _ in range(count)]
    told: dict[str, int] = {}
    rows = [(_road(district, turn, *one, told, before), one[1]) for turn, one in enumerate(plan, 1)]
    roads = hand_in(row for row in rows if row[0].days == SESSION)
    assign_together(district, roads, TITLE, SESSION - MET)
    for done, (road, name) in enumerate(rows, 1):
        EVERY_ROAD[name](road)
        progress(done, len(rows))
    return [road for road, _ in rows]


def _road(district: District, serial: int, days: int, name: str, told: dict[str, int], before: Sequence[Road]) -> Road:
    turn = told[name] = told.get(name, 0) + 1
    hers = name in HERS and turn == 1
    # After the session her place is kept for her own papers.
    others = PLACES if days >= SESSION and name not in FOR_TRANSPORT else PLACES[1:]
    places = PLACES[:1] if hers else turned(others, serial)
    number, place = fresh(district, _matters(name, turn, serial), places)
    seats = district.mandates[place]
    lead = seats[0] if hers else seats[1 + serial // len(PLACES) % (len(seats) - 1)]
    return Road(district, SUBJECTS[number], place, lead, days, serial, earlier=_earlier(number, place, before))


def _matters(name: str, turn: int, serial: int) -> list[int]:
    """The numbers of the subjects that suit this road, the likeliest first."""
    if name in TOGETHER:
        return OF_TRANSPORT[:1]
    others = turned([number for number in range(len(SUBJECTS)) if number not in OF_TRANSPORT], serial * 5)
    if name == "reassigned":
        others = [number for number in others if "housing" not in (SUBJECTS[number].unit, *SUBJECTS[number].co_units)]
    return [*turned(OF_TRANSPORT[1:], serial), *others] if name in FOR_TRANSPORT and turn == 1 else others


def _earlier(number: int, place: str, before: Sequence[Road]) -> Suggestion | None:
    subject = BEFORE[AGAIN[number]] if number in AGAIN else None
    return next((road.suggestion for road in before if (road.subject, road.place) == (subject, place)), None)
