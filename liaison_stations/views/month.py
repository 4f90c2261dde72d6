"""A month as a sheet on the wall: its weeks, and the months before and after."""

from calendar import Calendar
from datetime import date, timedelta

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")


def first_day(text: str, on: date) -> date:
    """The first of the month named "2026-09", of this month for anything that is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return on.replace(day=1)


def weeks_of(first: date) -> tuple[list[list[date]], date]:
    """The weeks of the month, Monday first, whole; and the month's last day."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return weeks, max(day for week in weeks for day in week if day.month == first.month)


def neighbours(first: date) -> dict[str, object]:
    """What the sheet's head needs: names of the weekdays, the months beside it."""
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return {"weekdays": WEEKDAYS, "before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{after:%Y-%m}"}
