"""On which days a rule receives, and who sits there. Pure: no database, no clock of its own."""

from calendar import monthrange
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from borax.calendars.lunardate import LunarDate

from foundation.workdays.days import ONE_DAY, Calendar
from liaison_stations.states.rota import Months, Recurrence, RestDay, Weekday

# The longest rest was the Spring Festival of 2020, 17 days; a rolled day never comes from further back than this.
LONGEST_REST = timedelta(days=31)
NUMERALS = "〇一二三四五六七八九十"
Person = TypeVar("Person", bound=Hashable)
# What the lunar calendar knows.
LUNAR_FROM, LUNAR_UNTIL = date(1900, 1, 31), date(2100, 12, 31)


@dataclass(frozen=True)
class Pattern:
    """How reception days come round.

    `weekdays` 0 (Monday) to 6, `weeks` the first to fifth such day of a month (empty: each), `days` of the month (31
    is the last day of a shorter month), `market` the last digits of the lunar day (5 and 0 are 逢五逢十), `dates`
    named one by one. Dates are never limited to months.
    """

    kind: str
    weekdays: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    market: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()
    months: str = Months.EVERY
    rest_day: str = RestDay.ROLL


class Session(NamedTuple):
    """A day of reception; `planned` differs where a holiday moved it."""

    day: date
    planned: date


class Seats(NamedTuple):
    """A day and how many are wanted on it."""

    day: date
    wanted: int


@dataclass
class Standing:
    """How often somebody has been on the rota, and when last; `joined`: a newcomer; `blocked`: days he cannot come."""

    turns: int = 0
    last: date | None = None
    joined: bool = False
    blocked: frozenset[date] = field(default_factory=frozenset)


def lunar_day(day: date) -> int:
    """The day of the lunar month, 1 to 30. ValueError before 1900-01-31 and after 2100."""
    if not LUNAR_FROM <= day <= LUNAR_UNTIL:
        raise ValueError(f"no lunar calendar for {day}")
    return LunarDate.from_solar(day).day


def sessions(pattern: Pattern, start: date, end: date, calendar: Calendar) -> list[Session]:
    """The days of reception from `start` to `end`, both counted, in order; two that roll onto one day are one."""
    found: dict[date, date] = {}
    for planned in _planned(pattern, start - LONGEST_REST, end):
        day = _held_on(planned, pattern.rest_day, calendar)
        if day is not None and start <= day <= end:
            # The day on its own date goes before one that was moved onto it.
            found[day] = day if planned == day else found.get(day, planned)
    return [Session(day, found[day]) for day in sorted(found)]


def _planned(pattern: Pattern, start: date, end: date) -> Iterator[date]:
    if pattern.kind == Recurrence.DATES:
        yield from sorted(day for day in pattern.dates if start <= day <= end)
        return
    for offset in range((end - start).days + 1):
        day = start + offset * ONE_DAY
        if _in_month(pattern.months, day) and _comes_round(pattern, day):
            yield day


def _in_month(months: str, day: date) -> bool:
    return months == Months.EVERY or (day.month % 2 == 1) == (months == Months.ODD)


def _comes_round(pattern: Pattern, day: date) -> bool:
    if pattern.kind == Recurrence.WEEKDAY:
        return day.weekday() in pattern.weekdays and (not pattern.weeks or (day.day + 6) // 7 in pattern.weeks)
    if pattern.kind == Recurrence.MARKET:
        return lunar_day(day) % 10 in pattern.market
    last = monthrange(day.year, day.month)[1]
    return day.day in {min(wanted, last) for wanted in pattern.days}


def _held_on(planned: date, rest_day: str, calendar: Calendar) -> date | None:
    if rest_day == RestDay.KEEP or calendar.is_workday(planned):
        return planned
    return calendar.next_workday(planned) if rest_day == RestDay.ROLL else None


def share_out(seats: Sequence[Seats], people: Mapping[Person, Standing]) -> list[list[Person]]:
    """Who sits where, beside `seats`: whoever had the fewest turns, among them whoever waited longest, in given order.

    Nobody sits twice on one day or on a day in `blocked`. A newcomer (`joined`) begins at the fewest turns of the
    others. Where fewer people are free than wanted, all of them sit. `seats` should be in the order of their days.
    """
    turns, last = _levelled(people), {person: standing.last for person, standing in people.items()}
    taken = {person: set(standing.blocked) for person, standing in people.items()}
    order = {person: place for place, person in enumerate(people)}
    shared: list[list[Person]] = []
    for day, wanted in seats:
        free = [person for person in people if day not in taken[person]]
        free.sort(key=lambda person: (turns[person], last[person] or date.min, order[person]))
        shared.append(free[:wanted])
        for person in shared[-1]:
            turns[person], last[person] = turns[person] + 1, max(day, last[person] or date.min)
            taken[person].add(day)
    return shared


def _levelled(people: Mapping[Person, Standing]) -> dict[Person, int]:
    fewest = min((standing.turns for standing in people.values() if not standing.joined), default=0)
    return {
        person: max(standing.turns, fewest) if standing.joined else standing.turns
        for person, standing in people.items()
    }


def words(pattern: Pattern) -> str:
    """The recurrence as the plate at the door says it: 每周二、单月15日、每月9日、19日、农历逢五、逢十."""
    months = {Months.EVERY: "", Months.ODD: "单月", Months.EVEN: "双月"}[Months(pattern.months)]
    if pattern.kind == Recurrence.DATES:
        return f"指定的{len(pattern.dates)}个日期"
    if pattern.kind == Recurrence.MARKET:
        return f"{months}农历{digits(pattern.market)}"
    if pattern.kind == Recurrence.MONTHDAY:
        return f"{months or '每月'}{'、'.join(f'{day}日' for day in sorted(pattern.days))}"
    names = "、".join(Weekday(day).label for day in sorted(pattern.weekdays))
    if not pattern.weeks:
        return f"{months}每周{names.replace('星期', '')}"
    return f"{months or '每月'}{'、'.join(f'第{NUMERALS[week]}个' for week in sorted(pattern.weeks))}{names}"


def told_on(day: date, notice_days: int) -> date:
    """The last day on which deputies and public have to know of `day`, `notice_days` calendar days before it."""
    return day - notice_days * ONE_DAY


def digits(market: Iterable[int]) -> str:
    """Market digits as people say them: 逢五、逢十."""
    return "、".join(f"逢{NUMERALS[digit or 10]}" for digit in sorted(market, key=lambda digit: digit or 10))
