"""What loading a year would change, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foundation.workdays.days import Special
from foundation.workdays.models import SpecialDay
from foundation.workdays.reading import WEEKDAYS

SAME, NEW, CHANGED, REMOVED = "不变", "新增", "改动", "删除"


@dataclass(frozen=True)
class Line:
    """One day of the preview."""

    date: date
    is_workday: bool
    name: str
    change: str

    @property
    def weekday(self) -> str:
        return f"周{WEEKDAYS[self.date.weekday()]}"


def compare(year: int, days: Iterable[Special]) -> list[Line]:
    """The days to be loaded beside those kept for `year`, in order, with what happens to each."""
    kept = {day.date: day for day in _kept(year)}
    wanted = {day.date: day for day in days}
    lines = [Line(*day, _change(kept.get(day.date), day)) for day in wanted.values()]
    lines += [Line(*day, REMOVED) for day in kept.values() if day.date not in wanted]
    return sorted(lines, key=lambda line: line.date)


def _kept(year: int) -> Iterable[Special]:
    return (Special(*row) for row in SpecialDay.objects.filter(year=year).values_list("date", "is_workday", "name"))


def _change(before: Special | None, after: Special) -> str:
    if before is None:
        return NEW
    return SAME if before == after else CHANGED
