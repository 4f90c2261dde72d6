"""Other rooms push a duty into the performance file, and take it out again when its source falls away."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction

from deputies import notices
from deputies.models import Deputy, DutyEntry, DutyKind
from deputies.states import DUTY_FLOW, DutyState, Level
from foundation.audit import record
from foundation.workflow import Refused, announce


@transaction.atomic
def record_duty(
    deputy: Deputy | int,
    kind: DutyKind | str,
    *,
    on: date,
    title: str,
    source: models.Model,
    part: str = "",
    quantity: Decimal = Decimal(1),
    level: str = Level.DISTRICT,
    until: date | None = None,
    by: Any,
    at: datetime,
) -> DutyEntry | None:
    """Writes a confirmed line into the deputy's file; the room that calls has guarded what happened.

    Idempotent: the same deputy, kind, source and part answer the line that stands, also one the office has corrected
    meanwhile. None where the office has ended the kind by the day `on`. Refused for a kind nobody has entered.
    """
    if quantity <= 0:
        raise Refused("履职记录的数量应当大于零。", "input", field="quantity")
    counted = _kind(kind)
    if not _in_force(counted, on):
        return None
    key = {"deputy_id": getattr(deputy, "pk", deputy), "kind": counted, "part": part}
    rows = DutyEntry.objects.of_source(source).filter(**key).exclude(state=DutyState.STRUCK)
    if (known := rows.order_by("-pk").first()) is not None:
        return known
    facts = {"on": on, "until": until, "quantity": quantity, "title": title[:200], "level": level}
    place = {"source_type": ContentType.objects.get_for_model(source), "source_id": str(source.pk)}
    done = {"state": DutyState.CONFIRMED, "confirmed_by": by, "recorded_at": at, "decided_at": at}
    try:
        with transaction.atomic():
            entry = DutyEntry.objects.create(**key, **facts, **place, **done)
    except IntegrityError:
        # Somebody wrote the same line at the same moment; any other fault of the row is told again.
        if (theirs := rows.order_by("-pk").first()) is None:
            raise
        return theirs
    record("deputies.record_duty", entry, by=by, at=at, summary=f"{counted.name}记入履职档案：{entry.title}")
    announce("deputies.record_duty", entry, by=by, at=at)
    return entry


@transaction.atomic
def strike_duty(
    source: models.Model,
    *,
    reason: str,
    by: Any,
    at: datetime,
    part: str | None = None,
    kind: str | None = None,
    deputy: Deputy | None = None,
) -> list[DutyEntry]:
    """Marks the lines of a source that fell away, or those of one part, kind or deputy. The deputies hear.

    Rows stay, with the reason. Calling it again strikes nothing more and tells nobody.
    """
    if not reason.strip():
        raise Refused("请写明撤销履职记录的理由。", "input", field="reason")
    wanted = {"part": part, "kind__code": kind, "deputy": deputy}
    rows = DutyEntry.objects.in_force().of_source(source).filter(**{k: v for k, v in wanted.items() if v is not None})
    # Locked in one order, so that two strikes never wait for each other.
    struck = list(rows.select_for_update(of=("self",)).select_related("deputy", "kind").order_by("pk"))
    for entry in struck:
        entry.state, entry.reason, entry.decided_at = DUTY_FLOW.target("strike_duty", entry.state), reason[:300], at
        entry.bump("state", "reason", "decided_at")
        record("deputies.strike_duty", entry, by=by, at=at, summary=f"撤销履职记录：{entry.title}。{reason}")
        announce("deputies.strike_duty", entry, by=by, at=at)
        notices.duty_struck(entry, by=by, at=at)
    return struck


def _kind(kind: DutyKind | str) -> DutyKind:
    if isinstance(kind, DutyKind):
        return kind
    found = DutyKind.objects.filter(code=kind).first()
    if found is None:
        raise Refused(f"没有代码为“{kind}”的履职事项，请在管理后台登记后再试。", "input")
    return found


def _in_force(kind: DutyKind, on: date) -> bool:
    return kind.valid_from <= on and (kind.valid_until is None or on <= kind.valid_until)
