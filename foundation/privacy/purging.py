"""A purge of personal data that are due: tried dry, asked for by one person, confirmed by another, carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from foundation.audit import record
from foundation.privacy.erasing import Purge, purge_due, purges, reason_in
from foundation.privacy.models import Erasure, PurgeLine, PurgeOrder
from foundation.privacy.rules import hand_of, may_ask_purge, may_confirm_purge, may_return_purge
from foundation.privacy.states import PURGE_FLOW, PurgeState
from foundation.workflow import Refused, lock

EXAMPLES = 3
# Of one kind in one purge; the rest is due again the next night.
MOST = 5000


@dataclass(frozen=True)
class Due:
    """One kind of rows that are due: how many, and the first of them with masked data."""

    purge: Purge
    count: int
    examples: Sequence[str]

    @property
    def name(self) -> str:
        """What the rows are called."""
        return str(self.purge.model._meta.verbose_name)


def dry_run(on: date) -> list[Due]:
    """What is due on `on`; nothing is written, nothing is shown in clear."""
    found = []
    for purge in purges():
        rows = purge.due(on).order_by("pk")
        if count := rows.count():
            found.append(Due(purge, count, [purge.shown(row) for row in rows[:EXAMPLES]]))
    return found


@transaction.atomic
def propose_purge(*, at: datetime) -> PurgeOrder | None:
    """Brings what is due before the office; None where nothing is due or a purge is open already."""
    if PurgeOrder.objects.exclude(state=PurgeState.DONE).exists() or not dry_run(timezone.localdate(at)):
        return None
    order = PurgeOrder.objects.create(found_at=at)
    _note("propose_purge", order, "有到期个人信息待清除。", by=None, at=at)
    return order


@transaction.atomic
def ask_purge(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PurgeOrder:
    """One person has looked at the dry run: exactly these rows are to be erased."""
    order = lock(PurgeOrder, pk, version=version)
    on = timezone.localdate(at)
    may_ask_purge(by, order, on=on).require()
    order.lines.all().delete()
    lines = [_line(order, purge, on) for purge in purges()]
    if not PurgeLine.objects.bulk_create(line for line in lines if line.keys):
        raise Refused("现在没有到期的个人信息，不需要清除。", "state")
    order.on, order.asked_by, order.asked_at, order.return_reason = on, hand_of(by), at, ""
    order.state = PURGE_FLOW.target("ask_purge", order.state)
    order.bump("state", "on", "asked_by", "asked_at", "return_reason")
    _note("ask_purge", order, f"提请清除到期个人信息{sum(len(line.keys) for line in lines)}条。", by=by, at=at)
    return order


@transaction.atomic
def return_purge(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> PurgeOrder:
    """Not these, or not now; the reason is kept."""
    order = lock(PurgeOrder, pk, version=version)
    may_return_purge(by, order, on=timezone.localdate(at)).require()
    if not reason.strip():
        raise Refused("请写明退回的理由。", "input", field="reason")
    order.lines.all().delete()
    order.return_reason, order.on, order.asked_by, order.asked_at = reason.strip(), None, None, None
    order.state = PURGE_FLOW.target("return_purge", order.state)
    order.bump("state", "return_reason", "on", "asked_by", "asked_at")
    _note("return_purge", order, f"退回清除：{reason.strip()}", by=by, at=at)
    return order


@transaction.atomic
def confirm_purge(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PurgeOrder:
    """A second person agrees; the job erases."""
    order = lock(PurgeOrder, pk, version=version)
    may_confirm_purge(by, order, on=timezone.localdate(at)).require()
    order.confirmed_by, order.confirmed_at = hand_of(by), at
    order.state = PURGE_FLOW.target("confirm_purge", order.state)
    order.bump("state", "confirmed_by", "confirmed_at")
    _note("confirm_purge", order, f"确认清除，由{order.asked_by.name}提请。", by=by, at=at)
    return order


def carry_out_purges(*, at: datetime) -> int:
    """Erases what two people have asked for; answers how many rows. Killed half way, the next run finishes it."""
    return sum(_carry_out(order, at) for order in PurgeOrder.objects.filter(state=PurgeState.CONFIRMED))


def _carry_out(order: PurgeOrder, at: datetime) -> int:
    keys = {line.kind: line.keys for line in order.lines.all()}
    erased = 0
    on = order.on or timezone.localdate(at)
    while some := purge_due(on, at=at, keys=keys, by=order.confirmed_by, paper=str(order)):
        erased += some
    with transaction.atomic():
        order = lock(PurgeOrder, order.pk)
        if order.state != PurgeState.CONFIRMED:
            return erased
        lines = list(order.lines.all())
        for line in lines:
            line.done = _stones(order, line)
            line.save(update_fields=["done"])
        order.state, order.done_at = PURGE_FLOW.target("carry_out_purge", order.state), at
        order.bump("state", "done_at")
        total = sum(line.done for line in lines)
        _note("carry_out_purge", order, f"已清除到期个人信息{total}条。", by=None, at=at)
    return erased


def _stones(order: PurgeOrder, line: PurgeLine) -> int:
    """How many rows of this kind the order has erased, also in runs that were killed; not what went by another way."""
    kind, keys = ContentType.objects.get_for_model(line.model), [str(key) for key in line.keys]
    stones = Erasure.objects.filter(subject_type=kind, subject_id__in=keys, reason=reason_in(line.reason, str(order)))
    return stones.count()


def _line(order: PurgeOrder, purge: Purge, on: date) -> PurgeLine:
    keys = list(purge.due(on).order_by("pk").values_list("pk", flat=True)[:MOST])
    label, name = purge.model._meta.label_lower, str(purge.model._meta.verbose_name)
    return PurgeLine(order=order, kind=label, name=name, reason=purge.reason, keys=keys)


def _note(verb: str, order: PurgeOrder, summary: str, *, by: Any, at: datetime) -> None:
    record(f"privacy.{verb}", order, by=by, at=at, summary=summary, visibility="office")
