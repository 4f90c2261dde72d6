"""The year a report is about."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone


@dataclass(frozen=True)
class Period:
    """From `first` to `last`, both counted; the calendar year unless the office says otherwise."""

    year: int
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after the day it begins")

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(year, date(year, 1, 1), date(year, 12, 31))

    def before(self) -> "Period":
        """The same stretch of the year before; 29 February becomes 28."""
        return Period(self.year - 1, _a_year_back(self.first), _a_year_back(self.last))

    def bounds(self) -> tuple[datetime, datetime]:
        """The first and the last moment, in the district's time."""
        zone = timezone.get_default_timezone()
        return datetime.combine(self.first, time.min, zone), datetime.combine(self.last, time.max, zone)


def _a_year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
