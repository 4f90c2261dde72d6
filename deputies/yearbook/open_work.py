"""What is still open under a seat when its term ends, as the rooms above tell it; nothing is handed on by itself."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class OpenWork:
    """One matter that runs on under `seat` (the key of a mandate)."""

    seat: int
    kind: str
    title: str
    url: str


Finder = Callable[[Collection[int]], Iterable[OpenWork]]

_finders: dict[str, Finder] = {}


def register_open_work(key: str, finder: Finder) -> None:
    """`finder(keys of mandates)` answers what is open under them; the same key replaces the earlier finder."""
    _finders[key] = finder


def open_work_of(seats: Collection[int]) -> list[OpenWork]:
    """Everything open under these seats, as the rooms found it."""
    return [work for key in sorted(_finders) for work in _finders[key](seats)] if seats else []
