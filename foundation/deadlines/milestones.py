"""Which milestones of a clock are due: pure functions over plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from foundation.deadlines.units import MilestoneUnit
from foundation.workdays.days import Calendar


@dataclass(frozen=True)
class Mark:
    """A milestone row as a plain value."""

    pk: int
    days_before: int
    unit: str = MilestoneUnit.DAY
    repeat_every: int | None = None
    level: int = 1
    consequence: str = ""


@dataclass(frozen=True, order=True)
class Occurrence:
    """A milestone on the day it falls on for one due date."""

    day: date
    mark: Mark


@dataclass(frozen=True)
class Selection:
    """What to do with a clock on a day: tell `latest`, log `superseded`, look again on `next_on`."""

    latest: Occurrence | None
    superseded: tuple[Occurrence, ...]
    next_on: date | None


def select(calendar: Calendar, marks: Sequence[Mark], due: date, *, through: date, on: date) -> Selection:
    """The milestones after `through` (the last day dealt with, at first the start day) up to and including `on`.

    Only the latest of them is told; the earlier ones were missed in an outage and are superseded (F78).
    """
    missed = sorted(
        (found for mark in marks for found in _between(calendar, mark, due, through, on)),
        key=lambda found: (found.day, found.mark.level),
    )
    latest = missed[-1] if missed else None
    return Selection(latest, tuple(missed[:-1]), next_day(calendar, marks, due, max(through, on)))


def next_day(calendar: Calendar, marks: Iterable[Mark], due: date, after: date) -> date | None:
    """The first day after `after` on which a milestone falls, or None when nothing is left to tell."""
    days = (
        _first_after(first, mark.repeat_every, after) for mark in marks for first in [falls_on(calendar, mark, due)]
    )
    return min((day for day in days if day), default=None)


def falls_on(calendar: Calendar, mark: Mark, due: date) -> date:
    """The (first) day of a milestone for a due date."""
    if mark.unit == MilestoneUnit.WORKDAY and mark.days_before:
        return calendar.add_workdays(due, -mark.days_before)
    return due - timedelta(days=mark.days_before)


def _between(calendar: Calendar, mark: Mark, due: date, after: date, until: date) -> list[Occurrence]:
    found = []
    day = _first_after(falls_on(calendar, mark, due), mark.repeat_every, after)
    while day and day <= until:
        found.append(Occurrence(day, mark))
        day = day + timedelta(days=mark.repeat_every) if mark.repeat_every else None
    return found


def _first_after(first: date, every: int | None, after: date) -> date | None:
    if first > after:
        return first
    if not every:
        return None
    return first + timedelta(days=((after - first).days // every + 1) * every)
