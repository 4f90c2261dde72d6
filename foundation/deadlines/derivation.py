"""How a due date is found: pure arithmetic on a calendar, with every step kept so that it can be shown (L2, F24)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from foundation.deadlines.units import Unit
from foundation.workdays.days import Calendar


@dataclass(frozen=True)
class Rule:
    """A limit as a plain value. `amount` may be that of one case; statutory months count from the start day."""

    key: str
    name: str
    amount: int
    unit: str
    base: str
    roll: bool
    legal_basis: str
    valid_from: date
    statutory_max_months: int | None = None

    def facts(self) -> dict[str, Any]:
        """The rule as it is kept in the derivation."""
        return {**self.__dict__, "valid_from": self.valid_from.isoformat()}


@dataclass(frozen=True)
class Change:
    """What moved the due date after the start, in the order it happened.

    An extension has `amount` and `unit`, or `until`. A pause has `paused`: first and last day of standing still.
    """

    amount: int | None = None
    unit: str = ""
    until: date | None = None
    paused: tuple[date, date] | None = None
    reason: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Derivation:
    """The found days and the steps that led to them."""

    start: date
    due: date
    original_due: date
    provisional: bool
    facts: dict[str, Any] = field(default_factory=dict)


def derive(
    calendar: Calendar, rule: Rule, start: date, *, agreed: date | None = None, changes: Sequence[Change] = ()
) -> Derivation:
    """The due date of a clock that started on `start`. `agreed` is the day of a limit that is set case by case.

    The start day is not counted (Civil Code 201); month ends are clamped (202); with `roll` a last day that is a
    rest day gives way to the next working day (203).
    """
    end = _end(calendar, rule, start, agreed)
    due = original = _rolled(calendar, end, rule.roll)
    facts: dict[str, Any] = {"end": end.isoformat(), "original_due": original.isoformat(), "changes": []}
    months = rule.amount if rule.unit == Unit.MONTH else None
    for change in changes:
        months = months + (change.amount or 0) if months is not None and change.unit == Unit.MONTH else None
        before, due = due, _moved(calendar, rule, start, due, change, months)
        facts["changes"].append(_change_facts(change, before, due))
    years = _unofficial_years(calendar, rule, (start, end, due), changes)
    facts |= _day_facts(calendar, rule, start, end, original, due)
    facts |= {"rule": rule.facts(), "start": start.isoformat(), "due": due.isoformat(), "calendar": calendar.stamp}
    facts["provisional_years"] = years
    return Derivation(start, due, original, bool(years), facts)


def statutory_end(calendar: Calendar, rule: Rule, start: date) -> date | None:
    """The last day the law leaves open with every extension, or None where no law caps the limit."""
    if rule.statutory_max_months is None:
        return None
    return calendar.add_months(start, rule.statutory_max_months, roll=True)


def _end(calendar: Calendar, rule: Rule, start: date, agreed: date | None) -> date:
    if rule.unit == Unit.DATE:
        if agreed is None:
            raise ValueError(f"limit {rule.key!r} needs an agreed date")
        return agreed
    return _after(calendar, start, rule.amount, rule.unit)


def _after(calendar: Calendar, start: date, amount: int, unit: str) -> date:
    if unit == Unit.WORKDAY:
        return calendar.add_workdays(start, amount)
    if unit == Unit.MONTH:
        return calendar.add_months(start, amount)
    return start + timedelta(days=amount)


def _rolled(calendar: Calendar, day: date, roll: bool) -> date:
    return calendar.next_workday(day) if roll else day


def _moved(calendar: Calendar, rule: Rule, start: date, due: date, change: Change, months: int | None) -> date:
    if change.paused:
        return _after_pause(calendar, rule, due, *change.paused)
    if change.until:
        return change.until
    if months is not None:
        # 3 + 3 months are counted as 6 months from the start: neither a clamp nor a roll is carried along.
        return _rolled(calendar, calendar.add_months(start, months), rule.roll)
    return _rolled(calendar, _after(calendar, due, change.amount or 0, change.unit), rule.roll)


def _after_pause(calendar: Calendar, rule: Rule, due: date, first: date, last: date) -> date:
    if rule.unit == Unit.WORKDAY:
        return calendar.add_workdays(due, calendar.workdays_between(first, last))
    return _rolled(calendar, due + (last - first), rule.roll)


def _unofficial_years(
    calendar: Calendar, rule: Rule, days: tuple[date, date, date], changes: Sequence[Change]
) -> list[int]:
    """The years without official notice on which the due date depends: those walked through when working days are
    counted, else those of the last day alone."""
    start, end, due = days
    if changes and changes[-1].until:
        return []
    walked = rule.unit == Unit.WORKDAY or any(change.unit == Unit.WORKDAY for change in changes)
    if not walked and not rule.roll:
        return []
    first = start if walked else min(end, due) if not changes else due
    return [year for year in range(first.year, due.year + 1) if year not in calendar.official_years]


def _change_facts(change: Change, before: date, after: date) -> dict[str, Any]:
    plain = {name: value for name, value in replace(change, paused=None).__dict__.items() if value not in (None, "")}
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items()}
    if change.paused:
        facts["paused"] = [day.isoformat() for day in change.paused]
    return facts | {"before": before.isoformat(), "after": after.isoformat()}


def _day_facts(calendar: Calendar, rule: Rule, start: date, end: date, original: date, due: date) -> dict[str, Any]:
    """Named days that mattered: all of them when working days are counted, else those the end was rolled over."""
    counted = rule.unit == Unit.WORKDAY
    special = calendar.special_days_between(start, due) if counted else []
    skipped = [[day.isoformat(), name] for day, worked, name in special if not worked and day.weekday() < 5]
    worked_weekends = [[day.isoformat(), name] for day, worked, name in special if worked]
    return {"skipped": skipped, "worked": worked_weekends, "rolled_over": _rest_days(calendar, end, original)}


def _rest_days(calendar: Calendar, end: date, rolled: date) -> list[list[str]]:
    names = {special.date: special.name for special in calendar.special_days_between(end - timedelta(days=1), rolled)}
    days = (end + timedelta(days=n) for n in range((rolled - end).days))
    return [[day.isoformat(), names.get(day, "星期" + "一二三四五六日"[day.weekday()])] for day in days]
