"""The calendar of supervision: a month on a sheet, or the whole year as a list; what is late stands above."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.views.generic import TemplateView

from foundation.deadlines.units import Unit
from foundation.web.views import Behind
from foundation.web.views.page import PageMixin
from supervision.models import Undertaking, UndertakingStep
from supervision.rules import undertakings as rules
from supervision.states.undertaking import Anchor, UndertakingState
from supervision.views.undertakings import CRUMB

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
# More than a house has in a month; a page stays one page.
MOST = 400


@dataclass(frozen=True)
class Entry:
    """Something on a day: what, of which supervision, in words, and how it is marked."""

    day: date
    title: str
    words: str
    url: str
    mark: str
    tone: str


@dataclass(frozen=True)
class Day:
    """One field of the sheet."""

    day: date
    inside: bool
    entries: list[Entry]


class UndertakingCalendar(Behind, PageMixin, TemplateView):
    """`?month=2026-03` is a sheet, this month's without; `?year=2026` the year; `?mine=1` what one carries on."""

    door = rules.may_read_undertakings
    template_name = "supervision/undertaking_calendar.html"
    title = "监督日历"
    crumbs = (CRUMB,)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked, mine = self.request.GET, self.request.GET.get("mine") == "1"
        rows = Undertaking.objects.exclude(state=UndertakingState.CANCELLED)
        steps = UndertakingStep.objects.all()
        if mine:
            rows = rows.run_by(self.request.user, self.on)
            steps = steps.filter(undertaking__in=rows.order_by().values("pk"))
        year = _year(asked.get("year", ""))
        month = _first_day(asked.get("month", ""), self.on)
        facts = self._year(year, rows, steps) if year else self._month(month, rows, steps)
        late = [_step(step, self.on) for step in steps.late(self.on).with_names()[:MOST]]
        facts |= {"late": late, "mine": "&mine=1" if mine else "", "is_mine": mine}
        return super().get_context_data(**{**facts, **kwargs})

    def _month(self, first: date, rows: Any, steps: Any) -> dict[str, Any]:
        by_day: dict[date, list[Entry]] = defaultdict(list)
        after = first.replace(day=28) + timedelta(days=7)
        for entry in _entries(rows, steps, first, after.replace(day=1) - timedelta(days=1), self.on):
            by_day[entry.day].append(entry)
        weeks = [
            [Day(day, day.month == first.month, by_day.get(day, [])) for day in week]
            for week in Calendar().monthdatescalendar(first.year, first.month)
        ]
        turn = {"before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{after:%Y-%m}", "year": first.year}
        title = f"{first.year}年{first.month}月监督日历"
        return {**turn, "weeks": weeks, "weekdays": WEEKDAYS, "heading": title, "count": sum(map(len, by_day.values()))}

    def _year(self, year: int, rows: Any, steps: Any) -> dict[str, Any]:
        months: dict[int, list[Entry]] = defaultdict(list)
        for entry in _entries(rows, steps, date(year, 1, 1), date(year, 12, 31), self.on):
            months[entry.day.month].append(entry)
        filled = [(f"{number}月", f"{year}-{number:02}", found) for number, found in sorted(months.items())]
        return {"year": year, "months": filled, "heading": f"{year}年监督日历", "whole_year": True}


def _entries(rows: Any, steps: Any, first: date, last: date, on: date) -> list[Entry]:
    """Meetings and open steps between the two days, in the order of their days."""
    held = rows.held_between(first, last).with_names()[:MOST]
    due = steps.due_between(first, last).with_names()[:MOST]
    found: Iterable[Entry] = [*_meetings(held), *(_step(step, on) for step in due)]
    return sorted(found, key=lambda entry: entry.day)


def _meetings(rows: Any) -> Iterator[Entry]:
    for row in rows:
        if day := row.day_of_meeting:
            words = f"{row.meeting or row.get_level_display()}听取"
            yield Entry(day, row.title, words, row.get_absolute_url(), "会议", "info")


def _step(step: UndertakingStep, on: date) -> Entry:
    """A step on its day, with how the day was counted where it is counted backwards from the meeting."""
    words = f"{step.name}（{step.doer}）"
    if step.anchor == Anchor.MEETING and not step.fixed_on:
        words += f"，会议前{step.amount}{Unit(step.unit).label}"
    day, is_late = step.due_on or on, step.due_on is not None and step.due_on < on
    mark, tone = ("逾期", "late") if is_late else ("法定期限", "warn") if step.statutory_days else ("期限", "neutral")
    return Entry(day, step.undertaking.title, words, step.get_absolute_url(), mark, tone)


def _first_day(text: str, on: date) -> date:
    """The first of the month named, of this month for anything that is none."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return on.replace(day=1)
    return found if 2000 <= found.year <= 2100 else on.replace(day=1)


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100 else None
