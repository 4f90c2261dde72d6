"""The chair names who opens the restricted list, and ends it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import User
from foundation.workflow import Refused, lock
from supervision.models import ClueReader
from supervision.notices import clues as notices
from supervision.querysets.clues import NAMED
from supervision.rules import clues as rules
from supervision.states.clues import ClueDuty
from supervision.transitions._beats import day_of, filled, note


@transaction.atomic
def name_reader(
    *,
    user: User,
    duty: str,
    reason: str,
    from_date: date,
    until_date: date | None = None,
    by: Any,
    at: datetime,
) -> ClueReader:
    """Refused: an administrator, somebody from outside of the house, the chair, somebody who is named already."""
    on = day_of(at)
    rules.may_name_reader(by, on=on).require()
    if duty not in ClueDuty:
        raise Refused("请选择职责。", "input", field="duty")
    if not (verdict := rules.may_be_named(user, on=on)):
        raise Refused(verdict.reason, "input", field="user")
    if user.pk == by.pk:
        raise Refused("主任可以查阅，不必指定；经办人员请另行指定。", "input", field="user")
    if until_date and until_date < max(from_date, on):
        raise Refused("截止日期不能早于起始日期和今天。", "input", field="until_date")
    # The person is locked, so that two rows of one person cannot come to be at the same time.
    lock(User, user.pk)
    if ClueReader.objects.filter(user=user, ended_at=None).exclude(until_date__lt=on).exists():
        raise Refused("该人员已在查阅名单中；要改变职责的，请先终止原来的指定。", "input", field="user")
    reader = ClueReader.objects.create(
        user=user,
        duty=duty,
        reason=filled(reason, "请写明指定的理由。", "reason")[:200],
        from_date=from_date,
        until_date=until_date,
        appointed_by=by,
        appointed_at=at,
    )
    NAMED.forget()
    note("name_clue_reader", reader, f"指定{reader}。", by=by, at=at, visibility="office")
    notices.named(reader, by=by, at=at)
    return reader


@transaction.atomic
def end_reader(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ClueReader:
    """From this moment on; the row stays."""
    reader = lock(ClueReader, pk, version=version)
    rules.may_end_reader(by, reader, on=day_of(at)).require()
    reader.end_reason = filled(reason, "请写明终止的理由。", "reason")[:200]
    reader.ended_by, reader.ended_at = by, at
    reader.bump("end_reason", "ended_by", "ended_at")
    NAMED.forget()
    note("end_clue_reader", reader, f"终止{reader}。", by=by, at=at, visibility="office")
    return reader
