"""What becomes of a project: begun, reported, finished, accepted, paid."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.web.chinese import money_text
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import FundAcceptance, FundPayment, FundProgress, FundProject
from suggestions.rules import (
    may_accept_project,
    may_complete_project,
    may_pay_project,
    may_report_project,
    may_start_project,
)
from suggestions.states import FUND_FLOW, ProjectState
from suggestions.transitions.beats import chinese_day, day_of, move
from suggestions.transitions.clocks import start_project_clock
from suggestions.transitions.fund import check_amount
from suggestions.transitions.fund_projects import note_project, open_project


@transaction.atomic
def start_project(pk: Any, *, by: Any, at: datetime, version: int | None = None, started_on: date) -> FundProject:
    """The carrier begins. Office and deputy hear."""
    project = open_project(pk, version)
    may_start_project(by, project, on=day_of(at)).require()
    _past(started_on, at, "开工", "started_on")
    project.started_on = started_on
    move(project, FUND_FLOW, "start_project", "started_on")
    note_project("start_project", project, f"{chinese_day(started_on)}开工。", by=by, at=at)
    notices.project_moved(project, "已开工", by=by, at=at)
    return project


@transaction.atomic
def report_project(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, held_on: date, text: str
) -> FundProgress:
    """The carrier says how far the work is. Office and deputy hear."""
    project = open_project(pk, version)
    may_report_project(by, project, on=day_of(at)).require()
    _past(held_on, at, "进度", "held_on")
    if not text.strip():
        raise Refused("请写明进度情况。", "input")
    facts = {"held_on": held_on, "text": text, "recorded_by": by, "recorded_at": at}
    entry = FundProgress.objects.create(project=project, **facts)
    note_project("report_project", project, text, by=by, at=at, entry=entry.pk)
    notices.project_moved(project, f"进度：{text}", by=by, at=at)
    return entry


@transaction.atomic
def complete_project(pk: Any, *, by: Any, at: datetime, version: int | None = None, completed_on: date) -> FundProject:
    """The carrier reports the work as finished; the congress has to look at it."""
    project = open_project(pk, version)
    may_complete_project(by, project, on=day_of(at)).require()
    _past(completed_on, at, "完工", "completed_on")
    if project.started_on and completed_on < project.started_on:
        raise Refused("完工日期不能早于开工日期。", "input", field="completed_on")
    project.completed_on = completed_on
    deadlines.meet("fund_project", project, at=at)
    move(project, FUND_FLOW, "complete_project", "completed_on")
    note_project("complete_project", project, f"{chinese_day(completed_on)}完工，待验收。", by=by, at=at)
    notices.project_moved(project, "已完工，请组织评估验收", by=by, at=at)
    return project


@transaction.atomic
def accept_project(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    held_on: date,
    participants: str,
    passed: bool,
    result: str,
) -> FundAcceptance:
    """The congress evaluates and accepts, or sends the carrier back to mend. Carrier and deputy hear."""
    project = open_project(pk, version)
    may_accept_project(by, project, on=day_of(at)).require()
    _past(held_on, at, "验收", "held_on")
    if project.completed_on and held_on < project.completed_on:
        raise Refused("验收日期不能早于完工日期。", "input", field="held_on")
    if not participants.strip() or not result.strip():
        raise Refused("请写明验收人员和评估验收意见。", "input")
    facts = {"held_on": held_on, "participants": participants, "passed": passed, "result": result}
    acceptance = FundAcceptance.objects.create(project=project, **facts, recorded_by=by, recorded_at=at)
    move(project, FUND_FLOW, "accept_project", to=ProjectState.ACCEPTED if passed else ProjectState.UNDER_WAY)
    if not passed:
        start_project_clock(project, on=day_of(at), by=by, at=at)
    note_project("accept_project", project, f"{acceptance}：{result}", by=by, at=at, acceptance=acceptance.pk)
    notices.project_judged(project, acceptance, by=by, at=at)
    return acceptance


@transaction.atomic
def pay_project(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    amount: Decimal,
    paid_on: date,
    voucher: str,
    payee: str,
) -> FundPayment:
    """One payment; all together never above the approved amount. Carrier hears."""
    project = open_project(pk, version)
    may_pay_project(by, project, on=day_of(at)).require()
    _past(paid_on, at, "拨付", "paid_on")
    check_amount(amount)
    if amount <= 0 or not voucher.strip() or not payee.strip():
        raise Refused("请写明金额、凭证号和收款单位。", "input")
    if amount > project.unpaid:
        approved, paid, unpaid = map(money_text, (project.approved, project.paid, project.unpaid))
        left = f"核定{approved}，已拨付{paid}，本次最多可拨{unpaid}"
        raise Refused(f"超出核定金额：{left}。", "input", field="amount")
    if project.fundpayment_set.filter(voucher=voucher).exists():
        raise Refused("这张凭证已经登记过。", "input", field="voucher")
    facts = {"amount": amount, "paid_on": paid_on, "voucher": voucher, "payee": payee}
    payment = FundPayment.objects.create(project=project, **facts, recorded_by=by, recorded_at=at)
    project.paid += amount
    project.bump("paid")
    note_project("pay_project", project, f"拨付{money_text(amount)}，凭证{voucher}。", by=by, at=at, payment=payment.pk)
    notices.project_paid(project, payment, by=by, at=at)
    return payment


def _past(day: date, at: datetime, what: str, field: str) -> None:
    if day > day_of(at):
        raise Refused(f"{what}日期不能晚于今天。", "input", field=field)
