from datetime import datetime
from typing import Any

from django.db import transaction

from congress_portal.reports import notices
from congress_portal.reports.deputies.transitions.words import CLOCK
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import may_confirm, may_send_back
from congress_portal.reports.states import REPORT_FLOW
from congress_portal.reports.transitions.beats import day_of, move, note, open_report
from foundation import deadlines
from foundation.workflow import Refused


@transaction.atomic
def confirm(pk: Any, *, by: Any, at: datetime, version: int | None = None, note_text: str = "") -> AnnualReport:
    """A second member of the office has looked at the figures. Leaders and committee may read the report from now."""
    report = open_report(pk, version)
    may_confirm(by, report, on=day_of(at)).require()
    report.confirmed_by, report.confirmed_at, report.note = by, at, note_text
    move(report, REPORT_FLOW, "confirm", "confirmed_by", "confirmed_at", "note")
    if deadlines.clock_of(CLOCK, report) is not None:
        deadlines.meet(CLOCK, report, at=at)
    note("confirm", report, f"审定。{note_text}", by=by, at=at)
    notices.confirmed(report, by=by, at=at)
    return report


@transaction.atomic
def send_back(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> AnnualReport:
    """A confirmed report goes back to be built anew; the office hears why."""
    report = open_report(pk, version)
    may_send_back(by, report, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明退回理由。", "input")
    report.confirmed_by, report.confirmed_at = None, None
    move(report, REPORT_FLOW, "send_back", "confirmed_by", "confirmed_at")
    note("send_back", report, f"退回：{reason}", by=by, at=at)
    notices.sent_back(report, reason, by=by, at=at)
    return report
