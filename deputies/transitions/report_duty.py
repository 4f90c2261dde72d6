"""A deputy reports what he has done; it counts when it is confirmed."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies import notices, people
from deputies.models import Deputy, DutyEntry, DutyKind
from deputies.rules import may_report_duty, may_take_back_duty
from deputies.states import Level
from deputies.transitions._duty import check_facts, day_of, move, note, open_duty
from foundation.files.keeping import keep
from foundation.workflow import Refused


@transaction.atomic
def report_duty(
    *,
    by: Any,
    at: datetime,
    kind: DutyKind,
    on: date,
    title: str,
    quantity: Decimal = Decimal(1),
    until: date | None = None,
    words: str = "",
    level: str = Level.DISTRICT,
    files: Sequence[Any] = (),
) -> DutyEntry:
    """Writes a line that waits; with `files` as evidence. Whoever confirms this kind hears.

    Refused: nobody in office, a kind that is entered by the office alone, no evidence where it is asked for, a day on
    which he held no seat of the level, the same thing twice.
    """
    may_report_duty(by, on=day_of(at)).require()
    check_facts(kind, on, until, quantity, title, at)
    if not DutyKind.objects.reportable_on(on).filter(pk=kind.pk).exists():
        raise Refused(f"“{kind}”由代表联络工作机构登记，不能自报。", "input", field="kind")
    if kind.needs_evidence and not files:
        raise Refused(f"自报“{kind}”须上传证明材料，如照片、证书、通报。", "input", field="files")
    if level not in {seat.level for seat in people.mandates_of(by, on)}:
        raise Refused("这一天您不是在任代表，请核对日期。", "input", field="on")
    deputy = Deputy.objects.get(user=by)
    facts = {"deputy": deputy, "kind": kind, "on": on, "title": title.strip(), "level": level}
    if DutyEntry.objects.in_force().filter(**facts).exists():
        raise Refused("同一天的同一件事已经填报，不用重复填报。", "input", field="title")
    more = {"until": until, "quantity": quantity, "words": words.strip(), "reported_by": by, "recorded_at": at}
    entry = DutyEntry.objects.create(**facts, **more)
    keep(entry, files, by=by, at=at)
    note("report_duty", entry, f"自报{kind}{entry.amount_text}：{entry.title}", by=by, at=at)
    notices.duty_reported(entry, by=by, at=at)
    return entry


@transaction.atomic
def take_back_duty(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutyEntry:
    """The deputy takes back what nobody has looked at yet."""
    entry = open_duty(pk, version)
    may_take_back_duty(by, entry, on=day_of(at)).require()
    move(entry, "take_back_duty", by=None, at=at)
    note("take_back_duty", entry, f"撤回自报：{entry.title}", by=by, at=at)
    return entry
