"""The days of the steps of a supervision, counted from the meeting, from the start or from an earlier step. Pure."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from foundation.deadlines.units import Unit
from foundation.workdays.arithmetic import add_months, add_workdays, next_workday
from supervision.states.undertaking import Anchor


def before(day: date, amount: int, unit: str) -> date:
    """The last day that still lies `amount` units before `day`; "二十日前" of a meeting is the meeting less 20 days."""
    if unit == Unit.MONTH:
        return add_months(day, -amount)
    return add_workdays(day, -amount) if unit == Unit.WORKDAY else day - timedelta(days=amount)


def after(day: date, amount: int, unit: str) -> date:
    """The last day of a span that begins on the day after `day`, moved off rest days (Civil Code 201–203)."""
    if unit == Unit.MONTH:
        return add_months(day, amount, roll=True)
    return add_workdays(day, amount) if unit == Unit.WORKDAY else next_workday(day + timedelta(days=amount))


def due_day(
    step: Any, *, year: int, started_on: date | None, meeting_on: date | None, done: Mapping[str, date]
) -> date | None:
    """When `step` (anchor, amount, unit, after) is due; None while what it is counted from has no day.

    `done` names the day of each step that is done, by its code.
    """
    if step.anchor == Anchor.MEETING:
        return before(meeting_on, step.amount, step.unit) if meeting_on else None
    if step.anchor == Anchor.MONTH:
        return date(year, step.amount, monthrange(year, step.amount)[1])
    base = {Anchor.START: started_on, Anchor.STEP: done.get(step.after)}.get(step.anchor)
    return after(base, step.amount, step.unit) if base else None
