"""What moves a due date: extension, pause, resumption. Never beyond the law."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from foundation import audit
from foundation.deadlines import schedule
from foundation.deadlines.derivation import statutory_end
from foundation.deadlines.models import Deadline, Extension, Pause
from foundation.workdays.calendar import current_calendar
from foundation.workflow import Refused, lock


@transaction.atomic
def extend(
    deadline: Deadline | int,
    *,
    until: date | None = None,
    amount: int | None = None,
    unit: str = "",
    reason: str,
    by: Any,
    at: datetime,
) -> Deadline:
    """Extends an open clock by `amount` of `unit`, or until a date; `by` is who approved it.

    Refused when it is closed, when the new day is not later, or when it lies beyond the statutory maximum from the
    start day (代表法第五十一条). Writes an Extension row and an audit event on the object.
    """
    clock = _locked(deadline)
    if not reason.strip():
        raise Refused("请填写延期理由。", "reason")
    if (until is None) == (amount is None):
        raise Refused("请写明延长多久，或者延至哪一日。", "amount")
    before = clock.due_on
    row = Extension(deadline=clock, amount=amount, unit=unit, until=until, reason=reason, approved_by=by, at=at)
    _check(clock, row)
    row.save(force_insert=True)
    clock.extended_until = _move(clock, at)
    _save(clock, "extended_until")
    _record("deadlines.extend", clock, f"{clock.limit.name}由 {before} 延至 {clock.due_on}：{reason}", by, at)
    return clock


@transaction.atomic
def pause(deadline: Deadline | int, *, reason: str, by: Any, at: datetime) -> Deadline:
    """Lets a clock stand still while somebody else has to act. A statutory limit cannot be paused."""
    clock = _locked(deadline)
    if clock.limit.statutory_max_months is not None:
        raise Refused("法定期限不得中止计算（代表法第五十一条）。", "statutory")
    if clock.paused_on:
        raise Refused("该期限已经中止，请先恢复。", "state")
    clock.paused_on = timezone.localdate(at)
    Pause.objects.create(deadline=clock, from_date=clock.paused_on, reason=reason)
    clock.next_milestone_on = None
    clock.save(update_fields=["paused_on", "next_milestone_on"])
    _record("deadlines.pause", clock, f"{clock.limit.name}自 {clock.paused_on} 起中止计算：{reason}", by, at)
    return clock


@transaction.atomic
def resume(deadline: Deadline | int, *, by: Any, at: datetime) -> Deadline:
    """Lets a paused clock go on; the due date moves by the days it stood still."""
    clock = _locked(deadline)
    if not clock.paused_on:
        raise Refused("该期限没有中止，无需恢复。", "state")
    clock.pauses.filter(until_date=None).update(until_date=timezone.localdate(at), resumed_at=at)
    clock.paused_on = None
    _move(clock, at)
    _save(clock, "paused_on")
    _record("deadlines.resume", clock, f"{clock.limit.name}恢复计算，届满日为 {clock.due_on}", by, at)
    return clock


def _locked(deadline: Deadline | int) -> Deadline:
    clock = lock(Deadline, deadline)
    if not clock.is_open:
        raise Refused("该期限已经办结或取消，不能再调整。", "state")
    return clock


def _check(clock: Deadline, row: Extension) -> None:
    """Tries the extension before anything is written."""
    changes = [*_changes(clock), *schedule.changes_of([row], [])]
    due = schedule.derived(clock, clock.limit, changes).due
    if due <= clock.due_on:
        raise Refused(f"延期后的日期须晚于现届满日 {clock.due_on}。", "date")
    latest = statutory_end(current_calendar(), schedule.rule_of(clock.limit, clock.amount), clock.started_on)
    if latest and due > latest:
        raise Refused(f"法定期限不得延长（代表法第五十一条），最迟为 {latest}。", "statutory")


def _changes(clock: Deadline) -> list:
    return schedule.changes_of(clock.extensions.select_related("approved_by"), clock.pauses.all())


def _move(clock: Deadline, at: datetime) -> date:
    """Derives the clock again; milestones that lie before the day of the change are not owed any more."""
    clock.reminded_through = max(clock.reminded_through, timezone.localdate(at) - timedelta(days=1))
    own = schedule.borders([clock.kind])
    schedule.set_days(
        clock,
        schedule.derived(clock, clock.limit, _changes(clock)),
        yellow_orange=own.get(clock.kind, own[""]),
        marks=schedule.marks([clock.kind]).get(clock.kind, []),
    )
    return clock.due_on


def _save(clock: Deadline, *fields: str) -> None:
    clock.save(update_fields=[*schedule.DAY_FIELDS, "reminded_through", *fields])


def _record(verb: str, clock: Deadline, summary: str, by: Any, at: datetime) -> None:
    audit.record(verb, clock.subject or clock, by=by, at=at, summary=summary, data={"deadline": clock.pk})
