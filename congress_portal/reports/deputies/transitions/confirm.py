"""A checked report is confirmed and frozen; a later correction is its next edition."""

from datetime import datetime
from typing import Any

from django.db import transaction

from congress_portal.reports import notices
from congress_portal.reports.deputies.making import remake
from congress_portal.reports.deputies.rules import may_confirm, may_correct, may_remake
from congress_portal.reports.deputies.transitions.beats import day_of, move, note, open_own
from congress_portal.reports.deputies.transitions.words import require_reason
from congress_portal.reports.filing import current_files
from congress_portal.reports.models import DeputyReport
from congress_portal.reports.states import DeputyReportState
from foundation.files.store import share_as


@transaction.atomic
def confirm(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DeputyReport:
    """The office confirms what somebody else has checked: content, words and files are frozen under one hash.

    From now on the database itself lets nobody change the row. The deputy hears.
    """
    report = open_own(pk, version)
    may_confirm(by, report, on=day_of(at)).require()
    for stored in current_files(report):
        share_as(stored, report, kind=stored.kind, name=f"{report}.{stored.kind}")
    report.confirmed_by, report.confirmed_at, report.digest = by, at, report.expected_digest()
    move(report, "confirm", "confirmed_by", "confirmed_at", "digest")
    note("confirm", report, f"审定年度履职报告，校验值{report.digest}。", by=by, at=at, digest=report.digest)
    notices.own_confirmed(report, by=by, at=at)
    return report


@transaction.atomic
def correct(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> DeputyReport:
    """Opens the next edition, counted anew, with its reason and the deputy's words; the confirmed one stays (F91)."""
    report = open_own(pk, version)
    may_correct(by, report, on=day_of(at)).require()
    fresh = DeputyReport(
        deputy=report.deputy,
        year=report.year,
        edition=report.edition + 1,
        state=DeputyReportState.OPEN,
        summary=report.summary,
        problems=report.problems,
        plan=report.plan,
        corrects=report,
        reason=require_reason(reason),
    )
    remake(fresh, by=by, at=at)
    note("correct", fresh, f"更正第{report.edition}版：{fresh.reason}", by=by, at=at)
    notices.own_corrected(fresh, by=by, at=at)
    return fresh


@transaction.atomic
def count_again(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> DeputyReport:
    """One report counted anew, after what was wrong in register or ledger was put right. Refused while it still is."""
    report = open_own(pk, version)
    may_remake(by, report, on=day_of(at)).require()
    remake(report, by=by, at=at)
    note("count_again", report, "重新生成年度履职报告。", by=by, at=at)
    return report
