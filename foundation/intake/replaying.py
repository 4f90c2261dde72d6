"""What other numbers of a rate limit would have meant for the forms of a day: arithmetic alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from foundation.intake.efforts import Limited, effort


class Passage(NamedTuple):
    """One form: the second of the day, and the day's name of the address it came from."""

    second: int
    place: str


class Timed(Limited, Protocol):
    """The numbers of an `IntakeLimit` row together with its window."""

    @property
    def window_minutes(self) -> int: ...


@dataclass(frozen=True)
class Numbers:
    """Numbers that are tried; the same names as the row's."""

    window_minutes: int
    free: int
    work: int
    most_work: int
    wait: int
    most_wait: int

    @classmethod
    def of(cls, row: Timed) -> "Numbers":
        return cls(row.window_minutes, row.free, row.work, row.most_work, row.wait, row.most_wait)


@dataclass(frozen=True)
class Replay:
    """How many of `forms` would have been slowed, from how many of `places`, and how long the slowest would wait."""

    numbers: Numbers
    forms: int = 0
    places: int = 0
    slowed: int = 0
    slowed_places: int = 0
    longest: int = 0
    most_work: int = 0

    @property
    def share(self) -> float:
        """Slowed forms per cent; 0 where nothing came."""
        return round(100 * self.slowed / self.forms, 1) if self.forms else 0.0


def replay(passages: Iterable[Passage], numbers: Numbers) -> Replay:
    """The forms of a day, in order, against `numbers`. A window begins with its first form, as at the gate."""
    since: dict[str, int] = {}
    sent: dict[str, int] = {}
    slowed: dict[str, int] = {}
    found = Replay(numbers)
    for second, place in passages:
        if place not in since or second - since[place] >= numbers.window_minutes * 60:
            since[place], sent[place] = second, 0
        cost = effort(numbers, sent[place])
        sent[place] += 1
        if cost.raised:
            slowed[place] = slowed.get(place, 0) + 1
        longest, most = max(found.longest, cost.wait), max(found.most_work, cost.work)
        found = replace(found, forms=found.forms + 1, longest=longest, most_work=most)
    return replace(found, places=len(since), slowed=sum(slowed.values()), slowed_places=len(slowed))


def replays(passages: Sequence[Passage], own: Numbers, tried: Numbers) -> list[Replay]:
    """The row's own numbers, the tried ones, and those between and around them by how many are free."""
    near = {max(0, tried.free + step) for step in (-2, -1, 1, 2)} - {tried.free}
    rows = {tried, own, *(replace(tried, free=free) for free in near)}
    return [replay(passages, numbers) for numbers in sorted(rows, key=lambda one: (one.free, one.window_minutes))]
