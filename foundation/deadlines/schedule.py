"""From limit, milestones and thresholds to the days that are kept on a clock."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from foundation.deadlines.derivation import Change, Derivation, Rule, derive
from foundation.deadlines.milestones import Mark, next_day
from foundation.deadlines.models import Deadline, Extension, LightThreshold, Milestone, Pause, TimeLimit
from foundation.workdays.calendar import current_calendar

# Where the office has emptied the table of thresholds: domain.md 2.15.
DEFAULT_BORDERS = (15, 7)


def rule_of(limit: TimeLimit, amount: int | None = None) -> Rule:
    """The limit as a plain value, with the amount of one case where it has its own."""
    return Rule(
        limit.key,
        limit.name,
        amount or limit.amount,
        limit.unit,
        limit.base,
        limit.roll,
        limit.legal_basis,
        limit.valid_from,
        limit.statutory_max_months,
    )


def borders(keys: Iterable[str] | None = None) -> dict[str, tuple[int, int]]:
    """Limit key → (days left at yellow, at orange); "" holds the default."""
    rows = LightThreshold.objects.all() if keys is None else LightThreshold.objects.filter(limit_key__in=[*keys, ""])
    found = {
        key: (yellow, orange) for key, yellow, orange in rows.values_list("limit_key", "yellow_days", "orange_days")
    }
    return {"": DEFAULT_BORDERS} | found


def marks(keys: Iterable[str] | None = None) -> dict[str, list[Mark]]:
    """Limit key → its active milestones as plain values."""
    rows = Milestone.objects.filter(is_active=True)
    found: dict[str, list[Mark]] = {}
    for row in rows if keys is None else rows.filter(limit_key__in=list(keys)):
        mark = Mark(row.pk, row.days_before, row.unit, row.repeat_every, row.level, row.consequence)
        found.setdefault(row.limit_key, []).append(mark)
    return found


def changes_of(extensions: Iterable[Extension], pauses: Iterable[Pause]) -> list[Change]:
    """Extensions and ended pauses in the order they happened, as plain values."""
    moves = [(row.at, row.pk, _extension(row)) for row in extensions]
    moves += [(row.resumed_at, row.pk, _pause(row)) for row in pauses if row.resumed_at]
    return [change for _, _, change in sorted(moves, key=lambda move: move[:2])]


def set_days(deadline: Deadline, found: Derivation, *, yellow_orange: tuple[int, int], marks: Sequence[Mark]) -> None:
    """Puts a derivation on a clock (unsaved), with the days its light and its reminders follow from."""
    deadline.due_on = found.due
    deadline.original_due_on = found.original_due
    deadline.provisional = found.provisional
    deadline.derivation = {**deadline.derivation, **found.facts}
    set_reminder_days(deadline, yellow_orange=yellow_orange, marks=marks)


def set_reminder_days(deadline: Deadline, *, yellow_orange: tuple[int, int], marks: Sequence[Mark]) -> None:
    """Puts the days of light and next reminder on a clock (unsaved)."""
    yellow, orange = yellow_orange
    deadline.yellow_on = deadline.due_on - timedelta(days=yellow)
    deadline.orange_on = deadline.due_on - timedelta(days=orange)
    deadline.next_milestone_on = next_milestone(deadline, marks)


def next_milestone(deadline: Deadline, marks: Sequence[Mark]) -> date | None:
    """The next day on which somebody has to be told; None while the clock stands or is closed."""
    if not deadline.is_open or deadline.paused_on:
        return None
    return next_day(current_calendar(), marks, deadline.due_on, deadline.reminded_through)


def derived(deadline: Deadline, limit: TimeLimit, changes: Sequence[Change] = ()) -> Derivation:
    """The due date of a clock by `limit`, its own amount or agreed day, and what happened since."""
    rule = rule_of(limit, deadline.amount)
    return derive(current_calendar(), rule, deadline.started_on, agreed=deadline.agreed_date, changes=changes)


REMINDER_FIELDS = ["yellow_on", "orange_on", "next_milestone_on"]
DAY_FIELDS = ["due_on", "original_due_on", "provisional", "derivation", *REMINDER_FIELDS]


def refresh(keys: Iterable[str]) -> int:
    """Follows an edited threshold or milestone on the open clocks of these limits; answers how many were looked at."""
    keys = sorted(set(keys))
    own, plan = borders(keys), marks(keys)
    count = 0
    clocks = Deadline.objects.open().filter(kind__in=keys).select_for_update(no_key=True).order_by("pk")
    for deadline in clocks.iterator(chunk_size=2000):
        set_reminder_days(deadline, yellow_orange=own.get(deadline.kind, own[""]), marks=plan.get(deadline.kind, []))
        deadline.save(update_fields=REMINDER_FIELDS)
        count += 1
    return count


def _extension(row: Extension) -> Change:
    by = str(row.approved_by or "")
    return Change(row.amount, row.unit, row.until, reason=row.reason, by=by, on=row.at.date())


def _pause(row: Pause) -> Change:
    until = row.until_date or row.from_date
    return Change(paused=(row.from_date, until), reason=row.reason, on=until)
