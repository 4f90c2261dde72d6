"""What a batch of reminders writes: ledger rows, faults, and how far each clock has been dealt with."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection

from foundation.deadlines.addressing import Case
from foundation.deadlines.milestones import Occurrence
from foundation.deadlines.models import Deadline, Reminder, ReminderFault
from foundation.notices.inserting import insert_new

Key = tuple[int, int, date, int | None]
SENT, SUPERSEDED, NOBODY, SETTLED = (Reminder.Outcome(value) for value in ("sent", "superseded", "nobody", "settled"))

COLUMNS = ("deadline", "milestone", "occurrence", "person", "outcome", "at")

_ADVANCE = f"""
UPDATE {Deadline._meta.db_table} AS clock SET reminded_through = greatest(reminded_through, %s),
    next_milestone_on = plan.next_on
FROM unnest(%s::bigint[], %s::date[]) AS plan(id, next_on) WHERE clock.id = plan.id
"""


def write(cases: Sequence[Case], at: datetime) -> set[Key]:
    """Inserts the ledger rows of a batch; answers the keys of those that are new, so that only they are told."""
    rows = [row for case in cases if not case.fault for row in _rows(case, at)]
    new = insert_new(Reminder, COLUMNS, rows, returning=COLUMNS[:5])
    return {(clock, milestone, day, person) for clock, milestone, day, person, outcome in new if outcome == SENT}


def advance(cases: Sequence[Case], on: date) -> None:
    """Marks the milestones up to `on` as dealt with; a faulty clock stays due and is tried again in the next run."""
    done = [case for case in cases if not case.fault]
    ids, days = [case.clock.pk for case in done], [case.selection.next_on for case in done]
    with connection.cursor() as cursor:
        cursor.execute(_ADVANCE, [on, ids, days])
    ReminderFault.objects.filter(deadline__in=ids).delete()


def note_faults(cases: Sequence[Case], at: datetime) -> int:
    """Keeps what went wrong for the operators' list; answers how many clocks."""
    faulty = {case.clock.pk: case.fault for case in cases if case.fault}
    known = {fault.deadline_id: fault for fault in ReminderFault.objects.filter(deadline__in=faulty)}
    for fault in known.values():
        fault.error, fault.times, fault.last_at = faulty[fault.deadline_id], fault.times + 1, at
    ReminderFault.objects.bulk_update(known.values(), ["error", "times", "last_at"], batch_size=500)
    ReminderFault.objects.bulk_create(
        ReminderFault(deadline_id=pk, error=error, first_at=at, last_at=at)
        for pk, error in faulty.items()
        if pk not in known
    )
    return len(faulty)


def _rows(case: Case, at: datetime) -> list[tuple]:
    rows = [_row(case, occurrence, None, SUPERSEDED, at) for occurrence in case.selection.superseded]
    latest = case.selection.latest
    if latest is None:
        return rows
    if case.settled or not case.people:
        return [*rows, _row(case, latest, None, SETTLED if case.settled else NOBODY, at)]
    return rows + [_row(case, latest, person, SENT, at) for person in sorted(case.people)]


def _row(case: Case, occurrence: Occurrence, person: int | None, outcome: str, at: datetime) -> tuple:
    """The values of COLUMNS."""
    return case.clock.pk, occurrence.mark.pk, occurrence.day, person, str(outcome), at
