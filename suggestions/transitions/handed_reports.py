"""The government's and the units' own reports: handed in as a file, heard by the standing committee."""

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from deputies.models import Meeting
from foundation import audit
from foundation.accounts.models import Organisation
from foundation.files.store import store_upload
from foundation.workflow import Refused, announce, lock
from suggestions import notices
from suggestions.models import HandedReport
from suggestions.rules import may_hand_in_for, may_hear_report
from suggestions.states import Assessment, HandedState
from suggestions.transitions.beats import day_of
from suggestions.transitions.sittings import check_held

EARLIEST = 2000


@transaction.atomic
def hand_in_report(
    *,
    by: Any,
    at: datetime,
    organisation: Organisation,
    year: int,
    title: str,
    dated_on: date,
    file: UploadedFile,
    summary: str = "",
) -> HandedReport:
    """A body hands in its yearly report; one a year. The office hears of it."""
    may_hand_in_for(by, organisation, on=day_of(at)).require()
    if not EARLIEST <= year <= day_of(at).year:
        raise Refused(f"请填写{EARLIEST}年至{day_of(at).year}年之间的年度。", "input")
    if dated_on > day_of(at):
        raise Refused("成文日期不能晚于今天。", "input")
    if HandedReport.objects.filter(organisation=organisation, year=year).exists():
        raise Refused("该单位本年度的报告已经提交。", "input")
    facts = {"title": title, "dated_on": dated_on, "summary": summary, "handed_in_by": by, "handed_in_at": at}
    report = HandedReport.objects.create(organisation=organisation, year=year, **facts)
    store_upload(file, owner=report, kind="report", by=by, at=at)
    _record("hand_in_report", report, f"{organisation}提交《{title}》。", by=by, at=at)
    notices.report_handed_in(report, by=by, at=at)
    return report


@transaction.atomic
def hear_report(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    meeting: Meeting,
    heard_on: date,
    assessment: str,
    opinion: str = "",
) -> HandedReport:
    """The office records which meeting heard a report, what it thought of it, and its opinion. The body hears."""
    report = lock(HandedReport, pk, version=version)
    may_hear_report(by, report, on=day_of(at)).require()
    if not report.dated_on <= heard_on <= day_of(at):
        raise Refused("听取日期应在报告成文之日以后、今天以前。", "input")
    check_held(meeting, heard_on)
    if assessment not in Assessment.values:
        raise Refused("请选择测评结果。", "input")
    if assessment == Assessment.DISSATISFIED and not opinion.strip():
        raise Refused("测评为不满意的，请写明审议意见。", "input")
    report.meeting, report.heard_on, report.assessment, report.opinion = meeting, heard_on, assessment, opinion
    report.heard_by, report.heard_at, report.state = by, at, HandedState.HEARD
    report.bump("meeting", "heard_on", "assessment", "opinion", "heard_by", "heard_at", "state")
    summary = f"{meeting}听取和审议《{report.title}》，测评：{report.get_assessment_display()}。"
    _record("hear_report", report, summary, by=by, at=at)
    notices.report_heard(report, by=by, at=at)
    return report


def _record(verb: str, report: HandedReport, summary: str, *, by: Any, at: datetime) -> None:
    audit.record(f"suggestions.{verb}", report, by=by, at=at, summary=summary, visibility="parties")
    announce(f"suggestions.{verb}", report, by=by, at=at)
