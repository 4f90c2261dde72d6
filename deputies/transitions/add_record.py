from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import ActivityRecord
from deputies.rules import may_add_record
from deputies.transitions._activity import day_of, note, open_activity
from foundation.workflow import Refused


@transaction.atomic
def add_record(activity: Any, *, by: Any, at: datetime, text: str, version: int | None = None) -> ActivityRecord:
    """Writes down what was done and said (全程纪实); a further entry is a further row, none is changed.

    Refused: not the organiser, before the day, for a cancelled activity, without words.
    """
    held = open_activity(activity, version)
    may_add_record(by, held, on=day_of(at)).require()
    if not text.strip():
        raise Refused("请填写活动记录。", "input", field="text")
    row = ActivityRecord.objects.create(activity=held, text=text.strip(), written_by=by, written_at=at)
    note("add_record", held, "填写活动记录。", by=by, at=at, record=row.pk)
    return row
