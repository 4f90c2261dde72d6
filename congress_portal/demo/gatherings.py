"""Papers that are handled in company: merged, assigned at one meeting, listed for the next one, taken apart."""

from congress_portal.demo.acts import consult, grade
from congress_portal.demo.district import PLACES, District
from congress_portal.demo.road import Road
from congress_portal.demo.roads import registered, replied
from congress_portal.demo.subjects import SUBJECTS, TWO, Subject, joined
from congress_portal.demo.together import assign_together, call, confirm, fresh, turned
from deputies.models import Mandate
from suggestions.models import Split
from suggestions.states import Grade
from suggestions.transitions.merge import merge
from suggestions.transitions.split import answer_split, propose_split

# Days before the day of loading: handed in, merged, met.
HANDED_IN, MERGED, MET = 19, 16, 15


def tell(district: District) -> int:
    """A meeting that was held, one that is being prepared, and a paper its deputy may take apart; how many papers."""
    held = [_paper(district, number, HANDED_IN) for number in range(20, 24)]
    # The same matter from another place.
    held.append(_paper(district, SUBJECTS.index(held[0].subject), HANDED_IN, turn=1))
    _merge(district, held[0], held[-1])
    assign_together(district, held[:4], "闭会期间代表建议交办会", MET)
    coming = [_paper(district, number, 6) for number in (25, 27, 29)]
    _prepare(district, coming[0])
    _propose(district, _of_two(district, PLACES[0], TWO, seat=0), TWO)
    _taken_apart(district)
    _consult(district)
    return len(held) + len(coming) + 6


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
    serial, places = 300 + number // 2 * 3, PLACES[:1] if hers else turned(PLACES, number)
    number, place = fresh(district, turned(range(len(SUBJECTS)), number), places)
    road = Road(district, SUBJECTS[number], place, district.mandates[place][0 if hers else 1], days, serial)
    replied(road)
    return road


def _paper(district: District, number: int, days: int, *, turn: int = 0) -> Road:
    """A matter from the first place, after `turn` others, that has not written about it."""
    matters = [number] if turn else turned(range(len(SUBJECTS)), number)
    number, place = fresh(district, matters, turned(PLACES, number + turn))
    seats = district.mandates[place]
    lead = seats[(1 + number + turn) % len(seats) or 1]
    return _written(district, SUBJECTS[number], place, lead, days, number + turn)


def _written(district: District, subject: Subject, place: str, lead: Mandate, days: int, number: int) -> Road:
    road = Road(district, subject, place, lead, days, 200 + number)
    registered(road)
    return road


def _merge(district: District, main: Road, member: Road) -> None:
    reason = "两件建议反映同一事项，由同一承办单位一并办理，分别答复。"
    at = district.at(MERGED, 9)
    merge(main.suggestion, by=main.clerk, at=at, members=[member.suggestion], reason=reason)


def _prepare(district: District, road: Road) -> None:
    confirm(district, call(district, "下一次代表建议交办会", 1), road, 1)


def _of_two(district: District, place: str, pair: tuple[Subject, Subject], seat: int, title: str = "") -> Road:
    whole = joined(*pair, title=title) if title else joined(*pair)
    return _written(district, whole, place, district.mandates[place][seat], 6, 60 + seat)


def _propose(district: District, road: Road, pair: tuple[Subject, Subject]) -> Split:
    """The office asks the deputy to let the two matters be handled each for itself."""
    reason = "所提内容涉及两个事项，由不同单位办理，建议分别提出。"
    parts, at = [road.part(one) for one in pair], district.at(2, 14)
    return propose_split(road.suggestion, by=road.clerk, at=at, reason=reason, parts=parts)


def _taken_apart(district: District) -> None:
    """Another deputy has agreed; the two papers wait to be assigned."""
    place = PLACES[3]
    numbers = [fresh(district, turned(range(len(SUBJECTS)), start), [place])[0] for start in (6, 17)]
    pair = (SUBJECTS[numbers[0]], SUBJECTS[numbers[1]])
    road = _of_two(district, place, pair, 3, title="关于改善{place}公共服务的两点建议")
    split = _propose(district, road, pair)
    answer_split(split, by=road.lead.deputy.user, at=district.at(1, 9), agree=True)
