"""Carrying out an assignment list, line by line: one bad line never stops the rest (L14)."""

from datetime import datetime
from typing import Any

import structlog
from django.db import transaction

from foundation.audit.models import Visibility
from foundation.workflow import Refused, lock
from suggestions import notices
from suggestions.models import AssignmentMeeting, MeetingRow
from suggestions.rules import may_start_assigning
from suggestions.states import RowState
from suggestions.transitions.assign import assign
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.hand_over import hand_to_government

log = structlog.get_logger(__name__)
UNFORESEEN = "系统未能完成这一件，请稍后重新确认再交办；仍不行的，请联系系统管理员。"


@transaction.atomic
def start_assigning(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> AssignmentMeeting:
    """Every confirmed line is to be assigned in the name of `by`; the worker does it (`carry_out_all`).

    What an earlier start left waiting is taken up again. Refused before the day of the meeting.
    """
    meeting = lock(AssignmentMeeting, pk, version=version)
    may_start_assigning(by, meeting, on=day_of(at)).require()
    rows = meeting.rows.filter(state__in=(RowState.CONFIRMED, RowState.WAITING))
    count = rows.update(state=RowState.WAITING, asked_by=by, asked_hand=getattr(by, "acted_by", None))
    meeting.bump()
    note("start_assigning", meeting, f"开始交办{count}件。", by=by, at=at, visibility=Visibility.OFFICE)
    return meeting


def carry_out_all(meeting: AssignmentMeeting, *, now: Any) -> dict[str, int]:
    """Assigns every waiting line, each in a transaction of its own; `now()` gives the moment of each.

    Answers how many were `done` and `failed`. Safe to run twice, and by two workers at once.
    """
    counts = {"done": 0, "failed": 0}
    for key in meeting.rows.filter(state=RowState.WAITING).order_by("pk").values_list("pk", flat=True):
        row = carry_out(key, at=now())
        if row is not None:
            counts[row.state] += 1
    if any(counts.values()):
        notices.meeting_done(meeting, counts["done"], counts["failed"], at=now())
    return counts


@transaction.atomic
def carry_out(pk: int, *, at: datetime) -> MeetingRow | None:
    """One line: the suggestion is assigned, or the line says why not. None when somebody was faster."""
    # The suggestion before the line, as everywhere: a colleague may be confirming the same one elsewhere.
    open_suggestion(MeetingRow.objects.values_list("suggestion", flat=True).get(pk=pk))
    row = lock(MeetingRow, pk)
    if row.state != RowState.WAITING:
        return None
    row.failure = _assign(row, at=at)
    row.state, row.done_at = (RowState.FAILED if row.failure else RowState.DONE), at
    row.save(update_fields=["state", "failure", "done_at"])
    return row


def _assign(row: MeetingRow, *, at: datetime) -> str:
    """The reason why it failed; empty when it did not."""
    facts: dict[str, Any] = {"by": row.asker(), "at": at, "is_difficult": row.is_difficult, "is_key": row.is_key}
    t0 = row.meeting.held_on
    units = [(each.unit, each.role) for each in row.units.select_related("unit")]
    try:
        with transaction.atomic():
            if row.to_government:
                hand_to_government(row.suggestion_id, handed_on=t0, advice=row.advice, **facts)
            else:
                assign(row.suggestion_id, assigned_on=t0, units=units, **facts)
    except Refused as refusal:
        return refusal.reason[:300]
    except Exception:  # whatever befalls one line, the others are assigned, and this one says so
        log.exception("meeting_row_failed", row=row.pk)
        return UNFORESEEN
    return ""
