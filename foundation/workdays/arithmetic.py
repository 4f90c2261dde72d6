"""Days and months counted on the calendar in force. Pure variants: the methods of `days.Calendar`."""

from datetime import date

from foundation.workdays.calendar import current_calendar
from foundation.workdays.days import Special


def is_workday(day: date) -> bool:
    """Whether `day` is worked: the official notice decides, otherwise Monday to Friday."""
    return current_calendar().is_workday(day)


def next_workday(day: date) -> date:
    """`day` itself when it is worked, else the first working day after it."""
    return current_calendar().next_workday(day)


def add_workdays(start: date, n: int) -> date:
    """The `n`th working day after `start`; the start day is not counted (Civil Code 201). Negative counts back."""
    return current_calendar().add_workdays(start, n)


def add_months(start: date, n: int, *, roll: bool = False) -> date:
    """The corresponding day `n` months on, clamped to the month's end; `roll` moves it off rest days (201–203)."""
    return current_calendar().add_months(start, n, roll=roll)


def workdays_between(start: date, end: date) -> int:
    """Working days after `start`, up to and including `end`; negative when `end` lies before `start`."""
    return current_calendar().workdays_between(start, end)


def is_provisional(start: date, end: date) -> bool:
    """Whether the days from `start` to `end` touch a year without its official notice; such dates are shown 暂定."""
    return current_calendar().is_provisional(start, end)


def special_days_between(start: date, end: date) -> list[Special]:
    """The named days after `start`, up to and including `end`: tuples (date, is_workday, name)."""
    return current_calendar().special_days_between(start, end)
