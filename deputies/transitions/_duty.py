"""The beats that the verbs of a line of the file share. A line is locked with its person and kind at hand."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from deputies.models import DutyEntry, DutyKind
from deputies.states import DUTY_FLOW, DutyUnit
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, announce, lock

day_of = timezone.localdate
FATE = ("reason", "confirmed_by", "decided_at")
# Half a time or half a paper is none.
HALVES = (DutyUnit.HALF_DAY, DutyUnit.DAY)


def open_duty(pk: Any, version: int | None = None) -> DutyEntry:
    """The line, locked; StaleVersion when the page was opened before the last change."""
    return lock(DutyEntry, pk, version=version)


def move(entry: DutyEntry, verb: str, *, by: Any, at: datetime, reason: str = "") -> None:
    """Leads the line along its flow, with who decided, when and why."""
    entry.state = DUTY_FLOW.target(verb, entry.state)
    entry.reason, entry.confirmed_by, entry.decided_at = reason, by, at
    entry.bump("state", *FATE)


def note(verb: str, entry: DutyEntry, summary: str, *, by: Any, at: datetime) -> None:
    """Writes the event on the timeline of the line and lets the rooms above hear it."""
    record(f"deputies.{verb}", entry, by=by, at=at, summary=summary)
    announce(f"deputies.{verb}", entry, by=by, at=at)


def check_facts(kind: DutyKind, on: date, until: date | None, quantity: Decimal, title: str, at: datetime) -> None:
    """Refused at its field: a day to come, days in the wrong order, an amount that is none, no words."""
    if on > day_of(at) or (until and until > day_of(at)):
        raise Refused("还没有发生的履职不能记入，请核对日期。", "input", field="on")
    if until and until < on:
        raise Refused(f"结束日期不能早于开始日期{date_text(on)}。", "input", field="until")
    if quantity <= 0:
        raise Refused("数量应当大于零。", "input", field="quantity")
    smallest = Decimal("0.5") if kind.unit in HALVES else Decimal(1)
    if quantity % smallest:
        raise Refused(f"“{kind}”按{kind.get_unit_display()}计，请填写{smallest}的整数倍。", "input", field="quantity")
    if not title.strip():
        raise Refused("请写明履职内容。", "input", field="title")


def check_reason(reason: str, words: str = "请写明理由，代表会看到。") -> None:
    """Refused without one."""
    if not reason.strip():
        raise Refused(words, "input", field="reason")
