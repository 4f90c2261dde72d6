"""What every address answers to everybody: the table the walk compares the portal with.

Written down by hand and not asked of the rules, so that a rule that opens too far is noticed here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from foundation.deadlines.models import Deadline
from tests.walk.cases import Case, World
from tests.walk.people import ANONYMOUS, DEPUTIES, LEADERS, OFFICE, SIGNED_IN

LOGIN = 302
# (arguments of the address, expected of GET, expected of POST or 0 where nothing is posted)
Visit = tuple[tuple[Any, ...], int, int]


# Of the many cases that must answer alike, each persona and step tries this many, others than its neighbours;
# twice as many where the step is open.
SAMPLE = 1


def sample(visits: list[Visit], most: int, turn: str) -> list[Visit]:
    """At most `most` of `visits`, another stretch of them for another `turn`, always the same for the same."""
    start = crc32(turn.encode()) % len(visits)
    return (visits + visits)[start : start + min(most, len(visits))]


@dataclass(frozen=True)
class Page:
    """An address without an object. `who` gets `get` and `post`, others `shut`; the anonymous sign in unless named."""

    who: frozenset[str] = SIGNED_IN
    get: int = 200
    post: int = 405
    shut: int = 403
    post_shut: int = 0
    unsigned: int = LOGIN
    args: tuple[Any, ...] = ()

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """(arguments of the address, expected of GET, expected of POST) for this person."""
        if person in self.who:
            yield self.args, self.get, self.post
        elif person == ANONYMOUS:
            yield self.args, self.unsigned, self.post_shut if self.unsigned == 404 else LOGIN
        else:
            yield self.args, self.shut, self.post_shut or self.shut


@dataclass(frozen=True)
class About:
    """An address about rows of the world, each with those who find it; for everybody else it does not exist.

    Everything is opened, since any page may give a word away, unless `most` says that some rows will do.
    """

    rows: Callable[[World], Iterable[tuple[tuple[Any, ...], frozenset[str]]]]
    get: int = 200
    post: int = 405
    post_shut: int = 0
    anonymous: int = LOGIN
    unseen: int = 404
    most: int = 99
    # Whom the room lets in at all, where a door stands before the rows.
    door: frozenset[str] | None = None

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """As of a page; posts to an address that takes none are tried on the first row alone."""
        found: dict[bool, list[Visit]] = {}
        for args, seen in self.rows(world):
            found.setdefault(person in seen, []).append((args, *self.answers(person, person in seen)))
        first = True
        for visits in found.values():
            for args, get, post in sample(visits, self.most, person):
                yield args, get, post if first or self.post != 405 else 0
                first = False

    def answers(self, person: str, is_seen: bool) -> tuple[int, int]:
        """Expected of GET and of POST."""
        if is_seen:
            return self.get, self.post
        if person == ANONYMOUS:
            refused = 405 if self.anonymous == 404 and self.post == 405 else self.anonymous
            return self.anonymous, refused
        if self.door is not None and person not in self.door:
            return 403, 403
        return self.unseen, self.post_shut or (405 if self.post == 405 else self.unseen)


@dataclass(frozen=True)
class Step:
    """A step about a case: 404 for who may not see it, 403 for who sees it and may not, 409 in another state.

    `empty` is what an empty form gets from whoever may: 422 with a word at the fields, 302 where nothing is asked.
    """

    actors: Callable[[Case], frozenset[str]]
    states: frozenset[str]
    empty: int = 422
    of_part: bool = False

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """One visit for each case that has what the step is about, as many of each answer as `SAMPLE` says."""
        found: dict[tuple[int, int], list[Visit]] = {}
        for case in world.cases.values():
            row = case.part if self.of_part else case.paper
            if row is not None:
                answers = self.answers(case, person)
                found.setdefault(answers, []).append(((row.pk,), *answers))
        for (get, _), visits in found.items():
            yield from sample(visits, 2 * SAMPLE if get == 200 else SAMPLE, f"{person}{sorted(self.states)}")

    def answers(self, case: Case, person: str) -> tuple[int, int]:
        """Expected of GET and of POST."""
        if person == ANONYMOUS:
            return LOGIN, LOGIN
        if person not in case.sees:
            return 404, 404
        if person not in self.actors(case):
            return 403, 403
        return (200, self.empty) if case.key.partition("-")[2] in self.states else (409, 409)


@dataclass(frozen=True)
class RowStep:
    """A step about one paper inside a case, given by the name of the row in the world."""

    row: str
    actors: frozenset[str]
    seen: frozenset[str]
    empty: int = 422
    get: int = 200

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """One visit."""
        if person == ANONYMOUS:
            answer = LOGIN, LOGIN
        elif person in self.actors:
            answer = self.get, self.empty
        else:
            answer = (403, 403) if person in self.seen else (404, 404)
        yield (world.rows[self.row].pk,), *answer


@dataclass(frozen=True)
class Taken:
    """A paper to take away: what GET answers to whom, the first that names a person; nobody else finds it."""

    rows: Callable[[World], Iterable[tuple[tuple[Any, ...], dict[int, frozenset[str]]]]]

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """One visit for each row; nothing is posted there."""
        for args, answers in self.rows(world):
            found = next((answer for answer, people in answers.items() if person in people), 404)
            yield args, LOGIN if person == ANONYMOUS else found, 0


def cases(world: World) -> Iterator[tuple[tuple[Any, ...], frozenset[str]]]:
    """Every paper with those who may open it."""
    return (((case.paper.pk,), case.sees) for case in world.cases.values())


def parts(world: World) -> Iterator[tuple[tuple[Any, ...], frozenset[str]]]:
    """Every unit's part."""
    return (((case.part.pk,), case.sees) for case in world.cases.values() if case.part)


def clocks(world: World) -> Iterator[tuple[tuple[Any, ...], frozenset[str]]]:
    """The first clock of every case, on the paper itself or on its unit's part; keepers of the rules see them all."""
    for case in world.cases.values():
        clock = Deadline.objects.of(case.part or case.paper).order_by("pk").first()
        if clock:
            yield (clock.pk,), case.sees | {"gao", "shen"}


def public_cases(world: World) -> Iterator[tuple[tuple[Any, ...], frozenset[str]]]:
    """Published papers are everybody's."""
    everybody = SIGNED_IN | {ANONYMOUS}
    return (((case.paper.pk,), everybody if case.is_public else frozenset()) for case in world.cases.values())


def named(*rows: tuple[str, frozenset[str]]) -> Callable[[World], Any]:
    """Rows of the world by name, with those who find them."""
    return lambda world: [((world.rows[name].pk,), seen) for name, seen in rows]


def lead(case: Case) -> frozenset[str]:
    return frozenset({case.lead})


def office(case: Case) -> frozenset[str]:
    return case.office


def unit(case: Case) -> frozenset[str]:
    return case.unit


def head(case: Case) -> frozenset[str]:
    return frozenset({case.head})


def checkers(case: Case) -> frozenset[str]:
    return case.checkers


EDITABLE = frozenset({"draft", "cosigning", "sent-back"})
KEEPERS = OFFICE
READERS = DEPUTIES | OFFICE | LEADERS | {"fang", "cai", "wei", "tao"}
OPEN = SIGNED_IN | {ANONYMOUS}
