"""The register of appointees, their yearly duty reports, the ballot on one organ, and what follows from it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation, User
from foundation.web.chinese import date_text
from foundation.workdays.arithmetic import add_months
from foundation.workflow import Refused, lock
from supervision.models import Appointee, AppointeeMeasure, BallotConsequence, DutyReport, DutyRound
from supervision.notices import appointees as notices
from supervision.rules import appointees as rules
from supervision.states.appointees import DUTY_REPORT_FLOW, DUTY_ROUND_FLOW, DutyReportState
from supervision.transitions._beats import day_of, filled, note

REPORT, MEASURE = "duty_report", "appointee_measure"


@transaction.atomic
def enter_appointee(
    *,
    name: str,
    organ: Organisation,
    post: str,
    appointed_on: date,
    basis: str,
    user: User | None = None,
    by: Any,
    at: datetime,
) -> Appointee:
    """Somebody who was appointed before the portal: the register begins complete."""
    rules.may_enter_appointee(by, on=day_of(at)).require()
    if appointed_on > day_of(at):
        raise Refused("任命日期不能晚于今天。", "input", field="appointed_on")
    place = {"name": filled(name, "请填写姓名。", "name")[:40], "post": filled(post, "请填写职务。", "post")[:80]}
    if Appointee.objects.filter(**place, organ=organ, ended_on=None).exists():
        raise Refused("这名任命人员的这一职务已经登记。", "input", field="name")
    facts = {"appointed_on": appointed_on, "basis": filled(basis, "请写明任命依据。", "basis")[:120], "user": user}
    person = Appointee.objects.create(**place, organ=organ, **facts)
    note("enter_appointee", person, f"登记：{person.basis}任命。", by=by, at=at)
    return person


@transaction.atomic
def end_appointee(
    pk: Any, *, ended_on: date, end_reason: str, by: Any, at: datetime, version: int | None = None
) -> Appointee:
    """A post that ended without a bill; reports still asked for are no longer owed."""
    person = lock(Appointee, pk, version=version)
    rules.may_end_appointee(by, person, on=day_of(at)).require()
    if ended_on < person.appointed_on:
        raise Refused("离任日期不能早于任命日期。", "input", field="ended_on")
    person.ended_on, person.end_reason = ended_on, filled(end_reason, "请写明离任原因。", "end_reason")[:120]
    person.bump("ended_on", "end_reason")
    for report in person.reports.filter(state=DutyReportState.ASKED):
        deadlines.cancel(REPORT, report, at=at, reason="本人已离任。")
    note("end_appointee", person, f"{date_text(ended_on)}离任：{person.end_reason}", by=by, at=at)
    return person


@transaction.atomic
def open_duty_round(
    *, year: int, due_on: date, organs: Iterable[Organisation] = (), by: Any, at: datetime
) -> DutyRound:
    """Everybody in office is asked for a report; those of `organs` are balloted on it this year."""
    rules.may_open_duty_round(by, on=day_of(at)).require()
    if due_on < day_of(at):
        raise Refused("提交期限不能早于今天。", "input", field="due_on")
    if DutyRound.objects.filter(year=year).exists():
        raise Refused("这个年度已经开展述职。", "input", field="year")
    people = list(Appointee.objects.in_office(day_of(at)).with_names())
    if not people:
        raise Refused("登记册中没有在任的任命人员，请先登记。", "input", field="year")
    chosen = {organ.pk for organ in organs}
    if empty := [organ.label for organ in organs if organ.pk not in {person.organ_id for person in people}]:
        raise Refused(f"{'、'.join(empty)}没有在任的任命人员。", "input", field="organs")
    round = DutyRound.objects.create(year=year, due_on=due_on, opened_at=at)
    round.organs.set(chosen)
    for person in people:
        report = DutyReport.objects.create(round=round, appointee=person, is_balloted=person.organ_id in chosen)
        owe(REPORT, report, person, due_on, by=by, at=at)
        notices.report_asked(report, by=by, at=at)
    note("open_duty_round", round, f"请{len(people)}人于{date_text(due_on)}前提交履职报告。", by=by, at=at)
    return round


@transaction.atomic
def hand_in_duty_report(
    pk: Any, *, text: str, kept_promises: str = "", by: Any, at: datetime, version: int | None = None
) -> DutyReport:
    """What he did in the year, and how he kept what he had promised before his appointment."""
    report = _opened("hand_in_duty_report", pk, by, at, version)
    report.text = filled(text, "请填写履职报告。", "text")
    report.kept_promises, report.handed_at, report.return_reason = kept_promises.strip(), at, ""
    _move(report, "hand_in_duty_report", "text", "kept_promises", "handed_at", "return_reason")
    deadlines.meet(REPORT, report, at=at)
    note("hand_in_duty_report", report, "提交履职报告。", by=by, at=at)
    notices.report_handed(report, by=by, at=at)
    return report


@transaction.atomic
def return_duty_report(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> DutyReport:
    """To be completed; what stood there is kept in the history of the row."""
    report = _opened("return_duty_report", pk, by, at, version)
    report.return_reason = filled(reason, "请写明哪里需要补充。", "reason")[:300]
    _move(report, "return_duty_report", "return_reason")
    until = max(report.round.due_on, day_of(at))
    owe(REPORT, report, report.appointee, until, by=by, at=at)
    note("return_duty_report", report, f"退回补充：{report.return_reason}", by=by, at=at)
    notices.report_returned(report, by=by, at=at)
    return report


@transaction.atomic
def accept_duty_report(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutyReport:
    """Complete: members of the standing committee read it."""
    report = _opened("accept_duty_report", pk, by, at, version)
    _move(report, "accept_duty_report")
    note("accept_duty_report", report, "审阅通过，送常委会组成人员。", by=by, at=at)
    notices.report_accepted(report, by=by, at=at)
    return report


@transaction.atomic
def take_results(
    round: DutyRound, *, results: Mapping[int, tuple[str, str]], held_on: date, by: Any, at: datetime
) -> list[DutyReport]:
    """What the ballot came to: report → (outcome, formula). Each outcome's consequences are ordered at once."""
    reports = list(DutyReport.objects.filter(pk__in=results, round=round, is_balloted=True).with_names())
    if len(reports) != len(results):
        raise Refused("测评结果应当是本年列入测评的任命人员的结果。", "input")
    for report in reports:
        report = lock(DutyReport, report)
        report.outcome, report.formula = results[report.pk]
        report.balloted_on = held_on
        report.bump("outcome", "formula", "balloted_on")
        note("ballot_duty_report", report, f"测评结果：{report.outcome}。{report.formula}", by=by, at=at)
        notices.report_balloted(report, by=by, at=at)
        for row in BallotConsequence.objects.on(held_on).filter(outcome=report.outcome):
            order_measure(report, what=row.what, due_on=add_months(held_on, row.months), by=by, at=at)
    return reports


def order_measure(report: DutyReport, *, what: str, due_on: date, by: Any, at: datetime) -> AppointeeMeasure:
    """One consequence under its clock; he hears of it."""
    measure = AppointeeMeasure.objects.create(report=report, what=what[:200], due_on=due_on)
    until = max(due_on, day_of(at))
    owe(MEASURE, measure, report.appointee, until, by=by, at=at)
    note("order_measure", report, f"结果运用：{what}，{date_text(due_on)}前落实。", by=by, at=at)
    notices.measure_ordered(measure, by=by, at=at)
    return measure


@transaction.atomic
def close_duty_round(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DutyRound:
    """Refused while a report of somebody in office is missing or unread, or a ballot that was announced for the year
    has no result."""
    round = lock(DutyRound, pk, version=version)
    rules.may_close_duty_round(by, round, on=day_of(at)).require()
    round.state = DUTY_ROUND_FLOW.target("close_duty_round", round.state)
    round.bump("state")
    note("close_duty_round", round, "结束本年度述职。", by=by, at=at)
    return round


def owe(kind: str, row: Any, person: Appointee, until: date, *, by: Any, at: datetime) -> None:
    """Starts a clock that is his own, or his organ's where he has no account."""
    organ, user = person.organ_id, person.user_id
    deadlines.start(kind, row, on=day_of(at), until=until, organisation=organ, user=user, by=by, at=at)


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> DutyReport:
    report = lock(DutyReport, pk, version=version)
    getattr(rules, f"may_{verb}")(by, report, on=day_of(at)).require()
    return report


def _move(report: DutyReport, verb: str, *fields: str) -> None:
    report.state = DUTY_REPORT_FLOW.target(verb, report.state)
    report.bump("state", *fields)
