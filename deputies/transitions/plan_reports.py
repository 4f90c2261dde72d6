"""Deputies are put on the year's calendar of reports to voters, and taken off it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies import notices
from deputies.models import Mandate, VoterReport
from deputies.rules import may_cancel_report, may_plan_report_of, may_plan_reports
from deputies.transitions._voter_report import STATEMENT, day_of, move, note, open_report, written
from foundation import deadlines
from foundation.web.chinese import date_text
from foundation.workflow import Refused


@transaction.atomic
def plan_reports(
    mandates: Iterable[Mandate], *, planned_on: date, statement_due_on: date, audience: str, by: Any, at: datetime
) -> list[VoterReport]:
    """Each of these deputies is to report to these voters on that day; the clock of the statement starts. They hear.

    Refused: nobody chosen, somebody else's deputies, no voters named, days in the wrong order or past, a seat that is
    not exercised on that day, a second report in one year.
    """
    may_plan_reports(by, on=day_of(at)).require()
    seats = list(mandates)
    if not seats:
        raise Refused("请选择述职的代表。", "input", field="mandates")
    voters = written(audience, "请写明向哪些选民述职，如“第3选区选民代表”。", "audience")
    _check_days(planned_on, statement_due_on, day_of(at))
    _check_seats(seats, planned_on, by, day_of(at))
    facts = {"planned_on": planned_on, "statement_due_on": statement_due_on, "audience": voters}
    return [_plan(seat, facts, by=by, at=at) for seat in seats]


def _plan(seat: Mandate, facts: dict[str, Any], *, by: Any, at: datetime) -> VoterReport:
    try:
        with transaction.atomic():
            report = VoterReport.objects.create(
                mandate=seat, year=facts["planned_on"].year, planned_by=by, planned_at=at, **facts
            )
    except IntegrityError as error:
        told = f"{seat.deputy.name}{facts['planned_on'].year}年已安排述职，请从名单中去掉。"
        raise Refused(told, "input", field="mandates") from error
    until = facts["statement_due_on"]
    deadlines.start(STATEMENT, report, on=day_of(at), until=until, user=seat.deputy.user_id, by=by, at=at)
    summary = f"安排{date_text(report.planned_on)}向{report.audience}述职，述职报告于{date_text(until)}前提交。"
    note("plan_report", report, summary, by=by, at=at)
    notices.report_planned(report, by=by, at=at)
    return report


def _check_days(planned_on: date, due_on: date, today: date) -> None:
    if due_on > planned_on:
        raise Refused("述职报告提交期限不能晚于述职日期。", "input", field="statement_due_on")
    if due_on < today:
        raise Refused("述职报告提交期限已过，请改为今天以后的日期。", "input", field="statement_due_on")


def _check_seats(seats: list[Mandate], day: date, by: Any, on: date) -> None:
    for seat in seats:
        may_plan_report_of(by, seat, on=on).require()
    serving = set(Mandate.objects.serving_on(day).filter(pk__in=[s.pk for s in seats]).values_list("pk", flat=True))
    if gone := "、".join(seat.deputy.name for seat in seats if seat.pk not in serving):
        raise Refused(f"{gone}述职当天没有在任的代表职务，请从名单中去掉。", "input", field="mandates")


@transaction.atomic
def cancel_report(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> VoterReport:
    """Taken off the calendar, with a reason; the deputy hears. Refused once a meeting is called."""
    report = open_report(pk, version)
    may_cancel_report(by, report, on=day_of(at)).require()
    report.cancel_reason = written(reason, "请写明取消的理由，代表会看到。", "reason")[:200]
    move(report, "cancel_report", "cancel_reason")
    deadlines.cancel(STATEMENT, report, at=at, reason=report.cancel_reason)
    note("cancel_report", report, f"取消述职安排：{report.cancel_reason}", by=by, at=at)
    notices.report_cancelled(report, by=by, at=at)
    return report
