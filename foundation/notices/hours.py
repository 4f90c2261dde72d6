"""Working hours as a plain value: when may a message leave?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class Hours:
    """From `opens` (included) until `closes` (excluded), on working days or on every day."""

    opens: time = time.min
    closes: time = time.max
    workdays_only: bool = False

    def next_moment(self, at: datetime, is_workday: Callable[[date], bool]) -> datetime:
        """`at` itself when it lies inside, else the next opening, in the district's local time."""
        local = timezone.localtime(at)
        if self._open_on(local.date(), is_workday) and local.time() < self.closes:
            return max(local, self._opening(local.date()))
        day = local.date() + timedelta(days=1)
        while not self._open_on(day, is_workday):
            day += timedelta(days=1)
        return self._opening(day)

    def contains(self, at: datetime, is_workday: Callable[[date], bool]) -> bool:
        """Whether a message may leave at `at`."""
        return self.next_moment(at, is_workday) == at

    def _open_on(self, day: date, is_workday: Callable[[date], bool]) -> bool:
        return not self.workdays_only or is_workday(day)

    def _opening(self, day: date) -> datetime:
        return timezone.make_aware(datetime.combine(day, self.opens))
