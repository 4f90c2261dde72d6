"""The common body of the three verbs that change a mandate's status. One row of history each (代表法 63)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy, Mandate, MandateStatusChange
from deputies.states import MANDATE_FLOW, REASONS, MandateStatus
from deputies.transitions._roles import settle_roles
from foundation.audit import record
from foundation.audit.models import Visibility
from foundation.web.chinese import date_text
from foundation.workflow import Verdict, announce, lock


@transaction.atomic
def change_status(
    verb: str,
    pk: Any,
    rule: Callable[..., Verdict],
    *,
    by: Any,
    at: datetime,
    version: int | None,
    effective_on: date,
    announcement_no: str,
    announced_on: date | None,
    reason: str = "",
    note: str = "",
) -> Mandate:
    """Locks person and mandate, asks `rule`, writes the new status and its history row, records and announces it.

    With the last seat of a person the roles that rest on it end on the same day; with a restored one they are there.
    """
    deputy = lock(Deputy, Mandate.objects.values_list("deputy", flat=True).get(pk=getattr(pk, "pk", pk)))
    mandate = lock(Mandate, pk, version=version)
    mandate.deputy = deputy
    rule(by, mandate, on=timezone.localdate(at)).require()
    before, target = mandate.status, MANDATE_FLOW.target(verb, mandate.status)
    _check(mandate, target, reason, effective_on, announcement_no, announced_on, on=timezone.localdate(at))

    mandate.status, mandate.reason, mandate.status_since = target, reason, effective_on
    mandate.announcement_no, mandate.announced_on = announcement_no, announced_on
    mandate.bump("status", "reason", "status_since", "announcement_no", "announced_on")
    change = MandateStatusChange.objects.create(
        mandate=mandate,
        from_status=before,
        to_status=target,
        reason=reason,
        effective_on=effective_on,
        announcement_no=announcement_no,
        announced_on=announced_on,
        note=note,
        by=by,
        at=at,
    )
    record(f"deputies.{verb}", mandate, by=by, at=at, summary=_sentence(verb, change), visibility=Visibility.OFFICE)
    if target != MandateStatus.SUSPENDED:
        settle_roles(deputy, by=by, at=at, ended_on=effective_on if target == MandateStatus.ENDED else None)
    announce(f"deputies.{verb}", mandate, by=by, at=at, change=change)
    return mandate


def _check(
    mandate: Mandate,
    target: str,
    reason: str,
    effective_on: date,
    announcement_no: str,
    announced_on: date | None,
    *,
    on: date,
) -> None:
    faults = {}
    allowed = [code for code, _ in REASONS[MandateStatus(target)]]
    if allowed and reason not in allowed:
        faults["reason"] = "请选择法定原因（代表法第六十一条、第六十二条）。"
    if effective_on > on:
        faults["effective_on"] = "生效日期不能晚于今天。"
    elif mandate.status_since and effective_on < mandate.status_since:
        faults["effective_on"] = f"生效日期不能早于上一次变动（{date_text(mandate.status_since)}）。"
    if not announcement_no.strip():
        faults["announcement_no"] = "请填写常委会公告或者决定的文号（代表法第六十三条）。"
    if announced_on is None or announced_on > on:
        faults["announced_on"] = "请填写公告日期，公告日期不能晚于今天。"
    if faults:
        raise ValidationError(faults)


def _sentence(verb: str, change: MandateStatusChange) -> str:
    ground = f"，原因：{change.get_reason_display()}" if change.reason else ""
    return (
        f"{change.mandate.deputy.name}{MANDATE_FLOW.label(verb)}，自{date_text(change.effective_on)}起{ground}"
        f"（{change.announcement_no}，{date_text(change.announced_on)}）。"
    )
