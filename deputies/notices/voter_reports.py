"""What is told of reports to voters."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from deputies.models import VoterReport
from deputies.notices.matrix import tell
from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.ballots.models import PaperCount
from foundation.web.chinese import date_text


def report_planned(report: VoterReport, *, by: Any, at: datetime) -> None:
    body = (
        f"请于{date_text(report.statement_due_on)}前写好述职报告提交审阅，{date_text(report.planned_on)}向"
        f"{report.audience}述职。会议的时间、地点另行通知。"
    )
    _deputy("report_planned", report, f"请准备述职：{report}", by=by, at=at, body=body)


def report_cancelled(report: VoterReport, *, by: Any, at: datetime) -> None:
    _deputy("report_cancelled", report, f"述职安排取消：{report}", by=by, at=at, body=report.cancel_reason)


def report_moved(report: VoterReport, before: date, reason: str, *, by: Any, at: datetime) -> None:
    """The deputy; told again at each change."""
    title = f"述职改到{date_text(report.planned_on)}：{report}"
    body = f"原定{date_text(before)}。理由：{reason}\n述职报告请于{date_text(report.statement_due_on)}前提交。"
    if report.submitted_at:
        body = f"原定{date_text(before)}。理由：{reason}"
    _deputy("report_moved", report, title, by=by, at=at, body=body, mark=report.version)


def report_waits_again(report: VoterReport, words: str, *, by: Any, at: datetime) -> None:
    _office("report_waits_again", report, f"{words[:-1]}：{report}", by=by, at=at)


def statement_in(report: VoterReport, *, by: Any, at: datetime) -> None:
    _office("statement_in", report, f"述职报告待审阅：{report}", by=by, at=at)


def statement_read(report: VoterReport, accepted: bool, *, by: Any, at: datetime) -> None:
    title = f"述职报告已审阅通过并公布：{report}" if accepted else f"述职报告请修改：{report}"
    _deputy("statement_read", report, title, by=by, at=at, body=report.return_note)


def ballot_entered(report: VoterReport, *, by: Any, at: datetime) -> None:
    _office("ballot_entered", report, f"测评计票待核对：{report}", by=by, at=at, body="请由录入人以外的工作人员核对。")


def ballot_returned(report: VoterReport, count: PaperCount, *, by: Any, at: datetime) -> None:
    title = f"测评计票请重新录入：{report}"
    tell("ballot_returned", [count.entered_by_id], report, title, by=by, at=at, body=count.return_reason)


def ballot_void(report: VoterReport, count: PaperCount, *, by: Any, at: datetime) -> None:
    _office("ballot_void", report, f"测评无效，请重新组织：{report}", by=by, at=at, body=count.formula)


def ballot_published(report: VoterReport, count: PaperCount, *, by: Any, at: datetime) -> None:
    """The deputy, and whoever arranged it."""
    more = "请在期限内整改并提交整改报告。" if count.alerts else ""
    people = [report.mandate.deputy.user_id, report.planned_by_id]
    title = f"选民测评结果为“{count.outcome}”：{report}"
    tell("ballot_published", people, report, title, by=by, at=at, body=f"{count.formula}{more}")


def rectification_in(report: VoterReport, *, by: Any, at: datetime) -> None:
    _office("rectification_in", report, f"整改报告待确认：{report}", by=by, at=at)


def rectification_judged(report: VoterReport, agrees: bool, *, by: Any, at: datetime) -> None:
    title = f"整改已确认完成：{report}" if agrees else f"请继续整改：{report}"
    _deputy("rectification_judged", report, title, by=by, at=at, body=report.rectification_note)


def _deputy(event: str, report: VoterReport, title: str, **how: Any) -> None:
    tell(event, [report.mandate.deputy.user_id], report, title, **how)


def _office(event: str, report: VoterReport, title: str, *, at: datetime, **how: Any) -> None:
    """The liaison clerks, and the clerk of the township that looks after the deputy."""
    on, seat = timezone.localdate(at), report.mandate
    places = [seat.delegation and seat.delegation.area, seat.constituency and seat.constituency.area]
    offices = {place.organisation_id for place in places if place and place.organisation_id}
    local = people_by_organisation(Role.TOWNSHIP_CLERK, offices, on)
    found = set(people_with(Role.CLERK, on=on).values_list("pk", flat=True)).union(*local.values())
    tell(event, found, report, title, at=at, **how)
