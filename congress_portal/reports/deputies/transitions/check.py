"""A report is checked by who knows the deputy, or goes back to him with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from congress_portal.reports import notices
from congress_portal.reports.deputies.making import write_files
from congress_portal.reports.deputies.rules import may_check, may_send_back
from congress_portal.reports.deputies.transitions.beats import day_of, move, note, open_own
from congress_portal.reports.deputies.transitions.words import require_reason
from congress_portal.reports.models import DeputyReport
from congress_portal.reports.states import DeputyReportState


@transaction.atomic
def check(pk: Any, *, by: Any, at: datetime, version: int | None = None, note_text: str = "") -> DeputyReport:
    """Convener, township or office say that figures and words are right. Not before the deputy handed in, unless his
    time is over."""
    report = open_own(pk, version)
    may_check(by, report, on=day_of(at)).require()
    silent = report.state == DeputyReportState.OPEN
    report.checked_by, report.checked_at, report.check_note = by, at, note_text.strip()
    move(report, "check", "checked_by", "checked_at", "check_note")
    if silent:
        # The files said that the deputy's words were awaited.
        write_files(report, by=by, at=at)
    word = "期满未补充，" if silent else ""
    note("check", report, f"{word}核对年度履职报告。{report.check_note}", by=by, at=at)
    return report


@transaction.atomic
def send_back(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> DeputyReport:
    """Back to the deputy, who hears why."""
    report = open_own(pk, version)
    may_send_back(by, report, on=day_of(at)).require()
    report.sent_back_for = require_reason(reason)
    report.checked_by, report.checked_at, report.check_note = None, None, ""
    move(report, "send_back", "sent_back_for", "checked_by", "checked_at", "check_note")
    note("send_back", report, f"退回补充：{report.sent_back_for}", by=by, at=at)
    notices.words_sent_back(report, by=by, at=at)
    return report
