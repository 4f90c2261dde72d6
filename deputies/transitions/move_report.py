"""A report to voters is put off or brought forward, with a reason."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies import notices
from deputies.models import Mandate, VoterReport
from deputies.rules import may_move_report
from deputies.states import VoterReportState
from deputies.transitions._voter_report import STATEMENT, day_of, note, open_report, written
from foundation import deadlines
from foundation.web.chinese import date_text
from foundation.workflow import Refused


@transaction.atomic
def move_report(
    pk: Any,
    *,
    planned_on: date,
    reason: str,
    statement_due_on: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> VoterReport:
    """Another day; while the statement is not in, its clock starts anew for `statement_due_on`. The deputy hears.

    Refused: not who looks after the deputy, once a meeting is called or held, without a reason, the same day, a day
    gone by, a seat that is not exercised on it, a year for which he has another report.
    """
    report = open_report(pk, version)
    on = day_of(at)
    may_move_report(by, report, on=on).require()
    words = written(reason, "请写明改期的理由，代表会看到。", "reason")
    waits = report.state == VoterReportState.PLANNED
    until = statement_due_on if waits and statement_due_on else min(report.statement_due_on, planned_on)
    _check(report, planned_on, until if waits else None, on)
    before = report.planned_on
    report.planned_on, report.year, report.statement_due_on = planned_on, planned_on.year, until
    try:
        with transaction.atomic():
            report.bump("planned_on", "year", "statement_due_on")
    except IntegrityError as error:
        raise Refused(f"这位代表{planned_on.year}年已安排述职。", "input", field="planned_on") from error
    if waits:
        deadlines.cancel(STATEMENT, report, at=at, reason=f"述职改期：{words}")
        deadlines.start(STATEMENT, report, on=on, until=until, user=report.mandate.deputy.user_id, by=by, at=at)
    summary = f"述职由{date_text(before)}改到{date_text(planned_on)}：{words}"
    note("move_report", report, summary, by=by, at=at)
    notices.report_moved(report, before, words, by=by, at=at)
    return report


def _check(report: VoterReport, planned_on: date, until: date | None, on: date) -> None:
    """`until` is the day of a statement that is still awaited."""
    if planned_on < on:
        raise Refused("新的述职日期已过，请改为今天以后的日期。", "input", field="planned_on")
    if planned_on == report.planned_on and until in (None, report.statement_due_on):
        raise Refused("日期没有改动。", "input", field="planned_on")
    if until is not None and not on <= until <= planned_on:
        raise Refused("述职报告提交期限应当在今天以后、不晚于述职日期。", "input", field="statement_due_on")
    if not Mandate.objects.serving_on(planned_on).filter(pk=report.mandate_id).exists():
        raise Refused("这一天该代表没有在任的代表职务，请核对日期。", "input", field="planned_on")
