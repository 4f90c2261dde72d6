"""What a change of term (换届) means: who stays, who leaves, who comes, what is open, what is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deputies.allotment import SEATS, legal_size
from deputies.models import Mandate, Term
from deputies.states import MandateStatus
from deputies.yearbook.open_work import OpenWork, open_work_of

SEATS_PER_CONSTITUENCY = 3  # 选举法 25
NAMED = 10


@dataclass(frozen=True)
class Heritage:
    """One open matter of somebody who leaves, and who sits in his place in the new term."""

    seat: Mandate
    work: OpenWork
    successors: Sequence[Mandate]


@dataclass
class TermChange:
    """Two terms compared. `roles_ended` and `roles_given` are filled by the change itself, also on trial."""

    old: Term | None
    new: Term
    staying: list[Mandate] = field(default_factory=list)
    arriving: list[Mandate] = field(default_factory=list)
    leaving: list[Mandate] = field(default_factory=list)
    heritage: list[Heritage] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    roles_ended: list[str] = field(default_factory=list)
    roles_given: list[str] = field(default_factory=list)


def compare(old: Term | None, new: Term) -> TermChange:
    """The change as the register stands now; a fixed number of queries, and those of the rooms for what is open."""
    before = _seats(old) if old else []
    after = _seats(new)
    change = TermChange(old, new)
    known, coming = ({seat.deputy_id for seat in seats} for seats in (before, after))
    change.staying = [seat for seat in after if seat.deputy_id in known]
    change.arriving = [seat for seat in after if seat.deputy_id not in known]
    change.leaving = [seat for seat in before if seat.deputy_id not in coming]
    change.heritage = _heritage(change.leaving, after)
    change.doubts = list(_doubts(new, after))
    return change


def _seats(term: Term) -> list[Mandate]:
    """Seats of the congress itself that have not ended."""
    rows = Mandate.objects.filter(term=term, level=term.congress.level).exclude(status=MandateStatus.ENDED)
    rows = rows.select_related("deputy__user", "deputy__contact", "delegation", "constituency", "term__congress")
    return list(rows.order_by("deputy__pinyin_key", "pk"))


def _heritage(leaving: Sequence[Mandate], after: Sequence[Mandate]) -> list[Heritage]:
    by_key = {seat.pk: seat for seat in leaving}
    near: dict[tuple[str, str], list[Mandate]] = defaultdict(list)
    for seat in after:
        for place in ("constituency", "delegation"):
            if getattr(seat, f"{place}_id"):
                near[place, getattr(seat, place).name].append(seat)
    return [
        Heritage(by_key[work.seat], work, _successors(by_key[work.seat], near)) for work in open_work_of(list(by_key))
    ]


def _successors(seat: Mandate, near: dict[tuple[str, str], list[Mandate]]) -> list[Mandate]:
    """Of the constituency of the same name; where there is none any more, of the delegation."""
    for place in ("constituency", "delegation"):
        found = near.get((place, getattr(seat, place).name), []) if getattr(seat, f"{place}_id") else []
        if found:
            return found[:SEATS_PER_CONSTITUENCY]
    return []


def _doubts(new: Term, after: Sequence[Mandate]) -> Iterator[str]:
    """What the office should look at before; none of it stops the change."""
    congress = new.congress
    if congress.population and congress.level in SEATS:
        size = legal_size(congress.level, congress.population)
        if len(after) > size:
            yield f"新一届登记{len(after)}名代表，超过依人口数核算的名额{size}名（选举法第十二条），请核对。"
    for name, count in Counter(seat.constituency.name for seat in after if seat.constituency_id).items():
        if count > SEATS_PER_CONSTITUENCY:
            yield f"{name}登记了{count}名代表，每个选区应选一至三名（选举法第二十五条），请核对。"
    yield from _missing("代表团", [seat for seat in after if not seat.delegation_id])
    yield from _missing("联系电话", [seat for seat in after if not _phone_of(seat)])


def _missing(what: str, seats: Sequence[Mandate]) -> Iterator[str]:
    if seats:
        names = "、".join(seat.deputy.name for seat in seats[:NAMED])
        yield f"没有{what}的{len(seats)}名：{names}{'等' if len(seats) > NAMED else ''}。"


def _phone_of(seat: Mandate) -> str:
    return getattr(getattr(seat.deputy, "contact", None), "phone", "")
