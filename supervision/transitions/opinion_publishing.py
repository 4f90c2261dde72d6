"""Opinion and reports are notified to the deputies and published (监督法第十七条), or taken off again with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import lock
from supervision.models import DeliberationOpinion
from supervision.notices import opinions as notices
from supervision.states.opinion import PaperKind
from supervision.transitions._beats import filled, note
from supervision.transitions._opinion import opened, put


@transaction.atomic
def publish_opinion(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DeliberationOpinion:
    """For all bodies under its number at once; later papers follow by themselves."""
    rows = _all_of(pk)
    opinion = opened("publish_opinion", pk, by, at, version)
    for row in rows:
        row.published_at = at
        row.bump("published_at")
        note("publish_opinion", row, "通报代表，向社会公布。", by=by, at=at)
    notices.published(opinion, by=by, at=at)
    opinion.refresh_from_db()
    return opinion


@transaction.atomic
def unpublish_opinion(
    pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None
) -> DeliberationOpinion:
    """Off the public pages, for all bodies under its number; nothing is deleted, the reason is one more paper."""
    rows = _all_of(pk)
    opinion = opened("unpublish_opinion", pk, by, at, version)
    why = filled(reason, "请写明撤下的理由。", "reason")
    for row in rows:
        row.published_at = None
        row.bump("published_at")
        put(row, PaperKind.WITHDRAWN, why, by=by, at=at)
        note("unpublish_opinion", row, f"撤下公开：{why}"[:500], by=by, at=at)
        notices.unpublished(row, why, by=by, at=at)
    opinion.refresh_from_db()
    return opinion


def _all_of(pk: Any) -> list[DeliberationOpinion]:
    """Everybody's row under the number, locked in one order."""
    opinion = DeliberationOpinion.objects.get(pk=getattr(pk, "pk", pk))
    return [lock(DeliberationOpinion, row) for row in opinion.family().values_list("pk", flat=True)]
