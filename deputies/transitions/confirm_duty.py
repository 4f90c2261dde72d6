"""What a deputy has reported is confirmed, or declined with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import DutyEntry
from deputies.rules import may_confirm_duty, may_decline_duty
from deputies.transitions._duty import check_reason, day_of, move, note, open_duty


@transaction.atomic
def confirm_duty(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutyEntry:
    """The line counts from now on. The deputy hears. Refused: not the approver, one's own, no longer waiting."""
    entry = open_duty(pk, version)
    may_confirm_duty(by, entry, on=day_of(at)).require()
    move(entry, "confirm_duty", by=by, at=at)
    note("confirm_duty", entry, f"核实记入：{entry.title}", by=by, at=at)
    notices.duty_confirmed(entry, by=by, at=at)
    return entry


@transaction.atomic
def decline_duty(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> DutyEntry:
    """The line does not count; the deputy hears why, and may object. Refused as above, and without a reason."""
    entry = open_duty(pk, version)
    may_decline_duty(by, entry, on=day_of(at)).require()
    check_reason(reason)
    move(entry, "decline_duty", by=by, at=at, reason=reason.strip())
    note("decline_duty", entry, f"不予记入：{entry.title}。{reason}", by=by, at=at)
    notices.duty_declined(entry, by=by, at=at)
    return entry
