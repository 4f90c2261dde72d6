from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Press
from suggestions.rules import may_press
from suggestions.transitions.beats import chinese_day, day_of, note, open_assignment


@dataclass(frozen=True)
class Outcome:
    """What came of pressing one unit: the reason why not, or nothing."""

    assignment: Assignment
    failure: str = ""


@transaction.atomic
def press(pk: Any, *, by: Any, at: datetime, version: int | None = None, words: str = "") -> Press:
    """The office, or the government office, presses a unit for what is late (代表法 52); `pk` is its Assignment.

    Refused when nothing is late, and twice on one day. Officers and head of the unit hear of it.
    """
    assignment = open_assignment(pk, version)
    may_press(by, assignment, on=day_of(at)).require()
    clock = assignment.latest_clock(day_of(at))
    row = Press.objects.create(
        assignment=assignment,
        limit_name=clock.limit.name,
        due_on=clock.due_on,
        note=words.strip()[:300],
        pressed_at=at,
        pressed_by=by,
    )
    summary = f"催办{assignment.unit}：{row.limit_name}已于{chinese_day(row.due_on)}到期。{row.note}"
    note("press", assignment.suggestion, summary, by=by, at=at, assignment=assignment.pk)
    notices.pressed(row, by=by, at=at)
    return row


def press_many(parts: Iterable[Assignment], *, by: Any, now: Callable[[], datetime], words: str = "") -> list[Outcome]:
    """Presses each by itself; one that may not be pressed never stops the others (L14)."""
    return [_outcome(part, by=by, at=now(), words=words) for part in parts]


def _outcome(part: Assignment, *, by: Any, at: datetime, words: str) -> Outcome:
    try:
        press(part.pk, by=by, at=at, words=words)
    except Refused as refusal:
        return Outcome(part, refusal.reason)
    return Outcome(part)
