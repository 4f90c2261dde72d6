"""The office enters a line itself, or corrects one that counts: the old line stays, with the reason."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Deputy, DutyEntry, DutyKind
from deputies.rules import may_correct_duty, may_enter_duty
from deputies.states import DutyState, Level
from deputies.transitions._duty import check_facts, check_reason, day_of, move, note, open_duty
from foundation.files.keeping import keep
from foundation.workflow import Refused


@transaction.atomic
def enter_duty(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    kind: DutyKind,
    on: date,
    title: str,
    quantity: Decimal = Decimal(1),
    until: date | None = None,
    words: str = "",
    level: str = Level.DISTRICT,
    files: Sequence[Any] = (),
) -> DutyEntry:
    """A line the office writes into the file of the Deputy `pk`: honours, penalties, what came on paper.

    It counts at once and the deputy hears. Refused: not the office, a kind not in force that day, the same thing twice.
    """
    deputy = pk if isinstance(pk, Deputy) else Deputy.objects.get(pk=pk)
    may_enter_duty(by, deputy, on=day_of(at)).require()
    check_facts(kind, on, until, quantity, title, at)
    if not DutyKind.objects.on(on).filter(pk=kind.pk).exists():
        raise Refused(f"“{kind}”在这一天没有施行，请核对日期。", "input", field="on")
    facts = {"deputy": deputy, "kind": kind, "on": on, "title": title.strip(), "level": level}
    if DutyEntry.objects.in_force().filter(**facts).exists():
        raise Refused("该代表的档案中已有同一天的同一件事。", "input", field="title")
    more = {"until": until, "quantity": quantity, "words": words.strip(), "recorded_at": at, "decided_at": at}
    entry = DutyEntry.objects.create(**facts, **more, state=DutyState.CONFIRMED, confirmed_by=by)
    keep(entry, files, by=by, at=at)
    note("enter_duty", entry, f"登记{kind}{entry.amount_text}：{entry.title}", by=by, at=at)
    notices.duty_confirmed(entry, by=by, at=at)
    return entry


@transaction.atomic
def correct_duty(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    reason: str,
    on: date,
    title: str,
    quantity: Decimal,
    until: date | None = None,
    kind: DutyKind | None = None,
) -> DutyEntry:
    """A new line takes the place of one that was wrong, at the same source; answers the new line. The deputy hears.

    Refused: not the office, a line that does not count, no reason, nothing changed.
    """
    entry = open_duty(pk, version)
    may_correct_duty(by, entry, on=day_of(at)).require()
    check_reason(reason)
    counted = kind or entry.kind
    check_facts(counted, on, until, quantity, title, at)
    fresh = {"kind": counted, "on": on, "until": until, "quantity": quantity, "title": title.strip()}
    if all(getattr(entry, name) == value for name, value in fresh.items()):
        raise Refused("没有改动。需要删去这条记录的，请办理“撤销记录”。", "input")
    move(entry, "correct_duty", by=by, at=at, reason=reason.strip())
    kept = {name: getattr(entry, name) for name in ("deputy", "level", "words", "source_type", "source_id", "part")}
    made = DutyEntry.objects.create(
        **kept, **fresh, state=DutyState.CONFIRMED, confirmed_by=by, recorded_at=at, decided_at=at, replaces=entry
    )
    note("correct_duty", entry, f"更正为：{made.title}（{made.amount_text}）。{reason}", by=by, at=at)
    notices.duty_corrected(entry, made, by=by, at=at)
    return made


@transaction.atomic
def remove_duty(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> DutyEntry:
    """A line that should not stand at all does not count any more; it stays readable. The deputy hears."""
    entry = open_duty(pk, version)
    may_correct_duty(by, entry, on=day_of(at)).require()
    check_reason(reason)
    move(entry, "correct_duty", by=by, at=at, reason=reason.strip())
    note("remove_duty", entry, f"撤销记录：{entry.title}。{reason}", by=by, at=at)
    notices.duty_struck(entry, by=by, at=at)
    return entry
