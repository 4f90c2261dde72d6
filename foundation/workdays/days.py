"""Which days count: the arithmetic of working days and months as a pure value, without database."""

import calendar as months
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Special(NamedTuple):
    """A day that differs from its weekday, or is named in the official notice."""

    date: date
    is_workday: bool
    name: str


@dataclass(frozen=True)
class Calendar:
    """The named days and the years whose official notice is loaded. `stamp` tells two states of the rows apart."""

    specials: tuple[Special, ...] = ()
    official_years: frozenset[int] = frozenset()
    stamp: str = ""
    _by_day: dict[date, bool] = field(init=False, repr=False, compare=False)
    _days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _gains: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.specials))
        gains = (int(special.is_workday) - int(special.date.weekday() < SATURDAY) for special in ordered)
        # A frozen value may set its own derived columns only this way.
        object.__setattr__(self, "specials", ordered)
        object.__setattr__(self, "_by_day", {special.date: special.is_workday for special in ordered})
        object.__setattr__(self, "_days", tuple(special.date for special in ordered))
        object.__setattr__(self, "_gains", (0, *accumulate(gains)))

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked: the notice decides, otherwise Monday to Friday."""
        return self._by_day.get(day, day.weekday() < SATURDAY)

    def next_workday(self, day: date) -> date:
        """`day` itself when it is worked, else the first working day after it."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def add_workdays(self, start: date, n: int) -> date:
        """The `n`th working day after `start`; the start day is not counted (Civil Code 201). Negative counts back."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        day, left = start, abs(n)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def add_months(self, start: date, n: int, *, roll: bool = False) -> date:
        """The corresponding day `n` months on, or that month's last day if it has none (Civil Code 202).

        With `roll` a period whose last day is a rest day or holiday ends on the next working day (Civil Code 203).
        """
        years, month = divmod(start.year * 12 + start.month - 1 + n, 12)
        last = months.monthrange(years, month + 1)[1]
        due = date(years, month + 1, min(start.day, last))
        return self.next_workday(due) if roll else due

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start`, up to and including `end`; negative when `end` lies before `start`."""
        return self._worked_until(end) - self._worked_until(start)

    def is_provisional(self, start: date, end: date) -> bool:
        """Whether the days from `start` to `end` touch a year whose official notice is not loaded (暂定)."""
        first, last = sorted((start.year, end.year))
        return any(year not in self.official_years for year in range(first, last + 1))

    def special_days_between(self, start: date, end: date) -> list[Special]:
        """The named days after `start`, up to and including `end`, as (date, is_workday, name)."""
        return list(self.specials[bisect_right(self._days, start) : bisect_right(self._days, end)])

    def _worked_until(self, day: date) -> int:
        # Ordinal 1 is a Monday, so whole weeks and the rest give the weekdays without walking them.
        weeks, rest = divmod(day.toordinal(), 7)
        return weeks * 5 + min(rest, 5) + self._gains[bisect_right(self._days, day)]


def calendar_of(days: Iterable[tuple[date, bool, str]], official_years: Iterable[int], stamp: str = "") -> Calendar:
    """A Calendar of plain rows (date, is_workday, name)."""
    return Calendar(tuple(Special(*row) for row in days), frozenset(official_years), stamp)
