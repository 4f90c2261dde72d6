"""What another limit would have meant: past clocks counted again with another amount. Nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foundation.deadlines import schedule
from foundation.deadlines.derivation import derive
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.workdays.calendar import current_calendar

# Newest first; a district has fewer of one kind in a year.
MOST = 3000


@dataclass(frozen=True)
class Outcome:
    """One amount: how many of `counted` clocks would have been late, and how many still run and are not yet due."""

    amount: int
    late: int
    running: int
    counted: int

    @property
    def share(self) -> float:
        """Per cent of those that are decided; 0 where none is."""
        return round(100 * self.late / decided, 1) if (decided := self.counted - self.running) else 0.0


@dataclass(frozen=True)
class Trial:
    """Outcomes by amount, and the clocks that only the tried amount makes late, the longest first."""

    outcomes: Sequence[Outcome]
    newly: Sequence[Deadline]
    left_out: int


def try_limit(limit: TimeLimit, amount: int, *, since: date, until: date, on: date) -> Trial:
    """Clocks of `limit.key` that started in the days, with `amount` of its unit, beside amounts near it and its own.

    Extensions and pauses count as they were given. Left out: cancelled ones, those whose case had an amount of its
    own, and what a past version of the rule counted in other units. A clock that still runs is late once its day is
    over.
    """
    found = Deadline.objects.filter(kind=limit.key, started_on__range=(since, until), cancelled_at=None)
    fit = found.filter(amount=None, agreed_date=None, limit__unit=limit.unit)
    rows = fit.select_related("limit").prefetch_related("extensions__approved_by", "pauses").defer("derivation")
    clocks = list(rows.order_by("-started_on", "-pk")[:MOST])
    amounts = sorted({limit.amount, *range(max(1, amount - 2), amount + 3)})
    dues = {tried: _dues(clocks, limit, tried) for tried in amounts}
    own = _dues(clocks, limit, limit.amount)
    newly = [
        clock
        for clock in clocks
        if _is_late(clock, dues[amount][clock.pk], on) and not _is_late(clock, own[clock.pk], on)
    ]
    newly.sort(key=lambda clock: (clock.met_on or on) - dues[amount][clock.pk], reverse=True)
    outcomes = [_outcome(clocks, dues[tried], tried, on) for tried in amounts]
    return Trial(outcomes, newly, found.count() - len(clocks))


def _dues(clocks: Iterable[Deadline], limit: TimeLimit, amount: int) -> dict[int, date]:
    """Key of each clock → its due day at `amount`."""
    calendar, rule, known = current_calendar(), replace(schedule.rule_of(limit), amount=amount), dict[date, date]()
    found = {}
    for clock in clocks:
        changes = schedule.changes_of(clock.extensions.all(), clock.pauses.all())
        if changes:
            found[clock.pk] = derive(calendar, rule, clock.started_on, changes=changes).due
            continue
        if clock.started_on not in known:
            known[clock.started_on] = derive(calendar, rule, clock.started_on).due
        found[clock.pk] = known[clock.started_on]
    return found


def _is_late(clock: Deadline, due: date, on: date) -> bool:
    return (clock.met_on or on) > due


def _outcome(clocks: Sequence[Deadline], dues: dict[int, date], amount: int, on: date) -> Outcome:
    late = sum(_is_late(clock, dues[clock.pk], on) for clock in clocks)
    running = sum(clock.met_on is None and dues[clock.pk] >= on for clock in clocks)
    return Outcome(amount, late, running, len(clocks))
