"""After the calendar or a rule has changed: what would move, and, once confirmed, moving it (L1, F25)."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from foundation.audit.models import Event
from foundation.audit.recording import build
from foundation.deadlines import addressing, registry, schedule
from foundation.deadlines.addressing import Case
from foundation.deadlines.derivation import Derivation
from foundation.deadlines.feeding import name_of, subjects_of
from foundation.deadlines.milestones import Selection
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.deadlines.querysets import DeadlineQuerySet
from foundation.deadlines.units import Level
from foundation.notices import Message, tell_many
from foundation.web.chinese import date_text
from foundation.workdays.calendar import current_calendar
from foundation.workflow import Refused

KIND = "deadlines.recomputed"
CHUNK = 2000
# Hears how many clocks have been looked at.
Told = Callable[[int], None]

# Every open clock has been looked at, moved or not: it now rests on the present calendar.
_STAMP = f"""
UPDATE {Deadline._meta.db_table} SET derivation = jsonb_set(derivation, '{{calendar}}', to_jsonb(%s::text))
WHERE met_at IS NULL AND cancelled_at IS NULL
"""


@dataclass(frozen=True)
class Move:
    """One clock whose day, or whose being provisional, would change; `why` says what made the difference."""

    clock: Deadline
    limit: TimeLimit
    found: Derivation
    old: date
    why: str

    @property
    def new(self) -> date:
        return self.found.due


@dataclass
class Plan:
    """What a recomputation would do. `mark` tells two plans apart, so that what was looked at is what is applied."""

    examined: int
    moves: list[Move]

    @property
    def moved(self) -> list[Move]:
        """Those whose due date itself changes."""
        return [move for move in self.moves if move.old != move.new]

    @property
    def mark(self) -> str:
        """A short hash of every change."""
        lines = (f"{m.clock.pk}:{m.old}:{m.new}:{m.found.provisional}" for m in self.moves)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def plan(told: Told | None = None) -> Plan:
    """Derives every open clock anew on the calendar and by the limits now in force; writes nothing."""
    return _plan(Deadline.objects.open(), told)


@transaction.atomic
def apply(*, by: Any, at: datetime, mark: str = "", told: Told | None = None) -> Plan:
    """Carries a recomputation out: days, an event on each case, a message to those whose duty it is.

    `mark` is that of the plan somebody has looked at; Refused when the plan is another one by now.
    """
    found = _plan(Deadline.objects.open().select_for_update(of=("self",), no_key=True), told)
    if mark and mark != found.mark:
        raise Refused("预览之后期限又有变化，请重新预览后再确认。", "stale")
    _write(found, at)
    for start in range(0, len(found.moved), CHUNK):
        moves = found.moved[start : start + CHUNK]
        subjects = subjects_of([move.clock for move in moves])
        _record(moves, subjects, by, at)
        _tell(moves, subjects, at)
    return found


def is_stale() -> bool:
    """Whether an open clock was computed on another calendar than the present one."""
    return Deadline.objects.open().exclude(derivation__calendar=current_calendar().stamp).exists()


def _plan(clocks: DeadlineQuerySet, told: Told | None = None) -> Plan:
    limits = _limits()
    examined, moves = 0, []
    rows = clocks.select_related("limit").prefetch_related("extensions__approved_by", "pauses").order_by("pk")
    for clock in rows.iterator(chunk_size=CHUNK):
        examined += 1
        if told and examined % CHUNK == 0:
            told(examined)
        move = _move(clock, limits.get(clock.kind, ()))
        if move:
            moves.append(move)
    return Plan(examined, moves)


def _limits() -> dict[str, list[TimeLimit]]:
    found: dict[str, list[TimeLimit]] = {}
    for limit in TimeLimit.objects.order_by("-valid_from"):
        found.setdefault(limit.key, []).append(limit)
    return found


def _move(clock: Deadline, versions: Sequence[TimeLimit]) -> Move | None:
    limit = next((row for row in versions if _in_force(row, clock.started_on)), clock.limit)
    changes = schedule.changes_of(clock.extensions.all(), clock.pauses.all())
    found = schedule.derived(clock, limit, changes)
    now = (found.due, found.original_due, found.provisional)
    same_days = now == (clock.due_on, clock.original_due_on, clock.provisional)
    same_rule = found.facts["rule"] == clock.derivation.get("rule")
    return None if same_days and same_rule else Move(clock, limit, found, clock.due_on, _why(clock, found, same_rule))


def _why(clock: Deadline, found: Derivation, same_rule: bool) -> str:
    if not same_rule:
        return "期限规则已修改"
    if clock.provisional and not found.provisional:
        return "放假安排已正式录入"
    return "工作日历已修改"


def _in_force(limit: TimeLimit, on: date) -> bool:
    return limit.valid_from <= on and (limit.valid_until is None or on <= limit.valid_until)


def _write(found: Plan, at: datetime) -> None:
    own, marks = schedule.borders(), schedule.marks()
    yesterday = timezone.localdate(at) - timedelta(days=1)
    for move in found.moves:
        clock = move.clock
        clock.limit = move.limit
        if move.new != move.old:
            # Milestones of the new day that already lie in the past are not made up for: the message of the move is.
            clock.reminded_through = max(clock.reminded_through, yesterday)
        kind = clock.kind
        schedule.set_days(clock, move.found, yellow_orange=own.get(kind, own[""]), marks=marks.get(kind, []))
    fields = [*schedule.DAY_FIELDS, "limit", "reminded_through"]
    Deadline.objects.bulk_update([move.clock for move in found.moves], fields, batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute(_STAMP, [current_calendar().stamp])


def _record(moves: Iterable[Move], subjects: dict[int, Any], by: Any, at: datetime) -> None:
    """One event on each case: old → new, why."""
    Event.objects.bulk_create(
        build(
            KIND,
            subjects.get(move.clock.pk) or move.clock,
            by=by,
            at=at,
            summary=f"{move.limit.name}届满日由{date_text(move.old)}变更为{date_text(move.new)}：{move.why}",
            data={"deadline": move.clock.pk, "old": str(move.old), "new": str(move.new)},
        )
        for move in moves
    )


def _tell(moves: Sequence[Move], subjects: dict[int, Any], at: datetime) -> None:
    """Tells the duty holders; a kind that cannot say who they are costs its own messages only."""
    people: dict[int, set[int]] = {}
    by_kind: dict[str, list[Case]] = {}
    for move in moves:
        by_kind.setdefault(move.clock.kind, []).append(Case(move.clock, Selection(None, (), None)))
    for key, cases in by_kind.items():
        if registry.known(key):
            recipients = registry.kind_of(key).recipients
            people |= addressing.ask(cases, lambda clocks, ask=recipients: ask(clocks, Level.DUTY))
    tell_many([_message(m, subjects, person) for m in moves for person in sorted(people.get(m.clock.pk, ()))], at=at)


def _message(move: Move, subjects: dict[int, Any], person: int) -> Message:
    clock = move.clock
    case = subjects.get(clock.pk)
    return Message(
        person,
        KIND,
        f"{name_of(case)}：{move.limit.name}届满日变更为{date_text(move.new)}".lstrip("："),
        f"deadline-moved:{clock.pk}:{move.old}:{move.new}",
        f"原届满日为{date_text(move.old)}。变更原因：{move.why}。请按新的届满日安排办理。",
        reverse("deadlines:derivation", args=[clock.pk]),
        (clock.subject_type_id, str(clock.subject_id)),
    )
