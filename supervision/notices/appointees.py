"""What is told of yearly duty reports, ballots on them, and what follows."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import AppointeeMeasure, DutyReport
from supervision.notices.appointments import office_on
from supervision.notices.matrix import tell
from supervision.rules.house import LEADERS


def report_asked(report: DutyReport, *, by: Any, at: datetime) -> None:
    balloted = "您所在机关今年列入常委会会议测评。" if report.is_balloted else ""
    title = f"请于{date_text(report.round.due_on)}前提交{report.round.year}年履职报告"
    _self("duty_report_asked", report, report, title, balloted, by, at)


def report_handed(report: DutyReport, *, by: Any, at: datetime) -> None:
    tell("duty_report_handed", office_on(at), report, f"履职报告待审阅：{report}", by=by, at=at)


def report_returned(report: DutyReport, *, by: Any, at: datetime) -> None:
    _self("duty_report_returned", report, report, f"履职报告退回，请补充：{report}", report.return_reason, by, at)


def report_accepted(report: DutyReport, *, by: Any, at: datetime) -> None:
    """Whoever wrote it; members of the standing committee where they will ballot on it."""
    _self("duty_report_accepted", report, report, f"履职报告已审阅通过：{report}", "", by, at)
    if report.is_balloted:
        voters = people_with((*LEADERS, Role.SC_MEMBER), on=timezone.localdate(at)).values_list("pk", flat=True)
        tell("duty_report_sent", set(voters), report, f"请会前审阅：{report}", by=by, at=at)


def report_balloted(report: DutyReport, *, by: Any, at: datetime) -> None:
    title = f"{report}测评结果：{report.outcome}"
    _self("duty_report_balloted", report, report, title, report.formula, by, at)


def measure_ordered(measure: AppointeeMeasure, *, by: Any, at: datetime) -> None:
    title = f"请于{date_text(measure.due_on)}前落实：{measure.what}"
    _self("measure_ordered", measure.report, measure, title, "", by, at)


def measure_reported(measure: AppointeeMeasure, *, by: Any, at: datetime) -> None:
    tell("measure_reported", office_on(at), measure, f"落实情况待确认：{measure}", by=by, at=at)


def measure_returned(measure: AppointeeMeasure, *, by: Any, at: datetime) -> None:
    title = f"请继续落实：{measure.what}"
    _self("measure_returned", measure.report, measure, title, measure.return_reason, by, at)


def measure_confirmed(measure: AppointeeMeasure, *, by: Any, at: datetime) -> None:
    _self("measure_confirmed", measure.report, measure, f"已确认落实：{measure.what}", "", by, at)


def _self(event: str, report: DutyReport, subject: Any, title: str, body: str, by: Any, at: datetime) -> None:
    if report.appointee.user_id:
        tell(event, [report.appointee.user_id], subject, title, by=by, at=at, body=body)
