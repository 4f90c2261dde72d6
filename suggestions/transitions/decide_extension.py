from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Extension
from suggestions.rules import may_decide_extension
from suggestions.transitions.beats import chinese_day, day_of, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.following import extend_along, twins
from suggestions.transitions.request_extension import check_until

FIELDS = ["accepted", "decided_at", "decided_by", "decision_note", "granted_until"]


@transaction.atomic
def decide_extension(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    accept: bool,
    note: str = "",
    until: date | None = None,
) -> Extension:
    """The assigning body grants a later day, the one asked for or another `until`, or refuses with a reason.

    `pk` is the Extension. The clock of the reply moves within the law; unit and proposers hear of it (QD21).
    """
    extension = open_unit_paper(Extension, pk)
    part = extension.assignment
    may_decide_extension(by, extension, on=day_of(at)).require()
    if accept:
        extension.granted_until = until or extension.until
        check_until(part, extension.granted_until)
        deadlines.extend(part.reply_clock(), until=extension.granted_until, reason=extension.reason, by=by, at=at)
    elif not note.strip():
        raise Refused("不同意延期的，请说明理由。", "input", field="note")
    extension.accepted, extension.decided_at, extension.decided_by, extension.decision_note = accept, at, by, note
    extension.save(update_fields=FIELDS)
    deadlines.meet("extension_decision", part, at=at)
    word = f"同意{part.unit}延期至{chinese_day(extension.granted_until)}" if accept else f"不同意{part.unit}延期"
    write("decide_extension", part.suggestion, f"{word}。{note}", by=by, at=at, extension=extension.pk)
    notices.extension_decided(extension, by=by, at=at)
    if accept:
        _along(extension, by=by, at=at)
    return extension


def _along(extension: Extension, *, by: Any, at: datetime) -> None:
    """The day of the papers that are merged into this one moves with it, and their proposers hear."""
    until = extension.granted_until
    for twin in twins(extension.assignment) if until else ():
        extend_along(twin, until, extension.reason, by=by, at=at)
        words = f"{twin.unit}延期至{chinese_day(until)}，与主件一并办理。"
        write("decide_extension", twin.suggestion, words, by=by, at=at, extension=extension.pk)
        notices.extension_told(twin, extension, by=by, at=at)
