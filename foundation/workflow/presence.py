"""“X 正在编辑”: a courteous lock. It warns; what really protects a row is its version."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from foundation.workflow.models import EditPresence

# Three missed autosaves of 40 seconds: the page was closed or the line is down.
SILENT_AFTER = timedelta(minutes=2)


def editor_of(obj: models.Model, *, at: datetime, besides: Any = None) -> EditPresence | None:
    """Who is working on `obj` now, if it is not `besides`."""
    rows = _rows(obj).filter(heartbeat_at__gt=at - SILENT_AFTER).select_related("user")
    return rows.exclude(user=besides).first() if besides else rows.first()


@transaction.atomic
def claim(obj: models.Model, *, by: Any, at: datetime, take_over: bool = False) -> EditPresence:
    """Says that `by` works on `obj`, or renews it: call it when the form opens and on each autosave.

    Answers the row of whoever holds the object afterwards: the caller compares `.user` with himself. With
    `take_over` a colleague is replaced; his next save is then refused by the version check.
    """
    fresh = {"user": by, "since": at, "heartbeat_at": at}
    row, created = _rows(obj).select_for_update(of=("self",)).get_or_create(**_subject(obj), defaults=fresh)
    if created:
        return row
    if row.user_id != by.pk and not take_over and row.heartbeat_at > at - SILENT_AFTER:
        return row
    if row.user_id != by.pk:
        row.user, row.since = by, at
    row.heartbeat_at = max(row.heartbeat_at, at)
    row.save()
    return row


def release(obj: models.Model, *, by: Any) -> None:
    """`by` has finished; another's row is left alone."""
    _rows(obj).filter(user=by).delete()


def _subject(obj: models.Model) -> dict[str, Any]:
    return {"subject_type": ContentType.objects.get_for_model(obj), "subject_id": str(obj.pk)}


def _rows(obj: models.Model) -> models.QuerySet[EditPresence]:
    return EditPresence.objects.filter(**_subject(obj))
