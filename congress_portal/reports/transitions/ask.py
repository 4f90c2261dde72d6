from datetime import date, datetime
from typing import Any

from django.db import transaction

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import may_ask, may_correct
from congress_portal.reports.states import REPORT_FLOW
from congress_portal.reports.transitions.beats import day_of, move, note, open_report
from foundation.workflow import Refused
from suggestions.yearbook import Period

EARLIEST = 2000


@transaction.atomic
def ask(
    *, by: Any, at: datetime, kind: str, year: int, first_on: date | None = None, last_on: date | None = None
) -> Any:
    """The office asks for the first edition of a year's report; the calendar year unless it names other days.

    Refused for a year to come, and where the year has a report already: that one is built anew or corrected.
    """
    may_ask(by, None, on=day_of(at)).require()
    return open_edition(by=by, at=at, kind=kind, year=year, first_on=first_on, last_on=last_on)


def open_edition(
    *, by: Any, at: datetime, kind: str, year: int, first_on: date | None = None, last_on: date | None = None
) -> AnnualReport:
    """The row of a first edition; the caller has asked the rule (the command line has no account)."""
    whole, today = Period.of_year(year), day_of(at)
    first, last = first_on or whole.first, last_on or whole.last
    if not EARLIEST <= year <= today.year or first > today:
        raise Refused(f"请填写{EARLIEST}年至{today.year}年之间的年度。", "input")
    if last < first:
        raise Refused("统计期的止日不能早于起日。", "input")
    if known := AnnualReport.objects.light().of(kind, year).first():
        raise Refused(f"已有“{known}”，请打开该报告，重新生成或者更正。", "state")
    days = {"first_on": first, "last_on": last, "counted_on": today}
    report = AnnualReport.objects.create(kind=kind, year=year, asked_by=by, asked_at=at, **days)
    note("ask", report, "提请生成年度报告。", by=by, at=at)
    return report


@transaction.atomic
def ask_again(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> AnnualReport:
    """The office has an edition that is not adopted counted anew, as of today."""
    report = open_report(pk, version)
    may_ask(by, report, on=day_of(at)).require()
    return renew(report, by=by, at=at)


def renew(report: AnnualReport, *, by: Any, at: datetime) -> AnnualReport:
    """Puts a built or failed edition back to the beginning; the caller has asked the rule."""
    report.asked_by, report.asked_at, report.counted_on, report.failure = by, at, day_of(at), ""
    report.progress_done = report.progress_of = 0
    fields = ("asked_by", "asked_at", "counted_on", "failure", "progress_done", "progress_of")
    move(report, REPORT_FLOW, "ask", *fields)
    note("ask", report, "提请重新生成。", by=by, at=at)
    return report


@transaction.atomic
def correct(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> AnnualReport:
    """Opens the next edition after an adopted one, with its reason; the adopted edition stays as it is (F91)."""
    report = open_report(pk, version)
    may_correct(by, report, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明更正理由。", "input")
    days = {"first_on": report.first_on, "last_on": report.last_on, "counted_on": day_of(at)}
    fresh = AnnualReport.objects.create(
        kind=report.kind,
        year=report.year,
        edition=report.edition + 1,
        asked_by=by,
        asked_at=at,
        corrects=report,
        reason=reason,
        **days,
    )
    note("correct", fresh, f"更正第{report.edition}版：{reason}", by=by, at=at)
    return fresh
