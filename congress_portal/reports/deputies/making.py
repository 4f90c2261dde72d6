"""Makes one deputy's report: its content, its files, its row, in one transaction; or says why it cannot be made."""

from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone

from congress_portal.reports.deputies.content import ReportFault, content_of, figures_of, main_seat
from congress_portal.reports.deputies.paper import paper_of
from congress_portal.reports.deputies.reading import Facts, Year, read, year_of
from congress_portal.reports.issuing import issuer
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.states import DEPUTY_REPORT_FLOW, RENEWED, DeputyReportState, ReportKind
from deputies.models import Deputy
from foundation import audit
from foundation.audit.models import Visibility
from foundation.documents.writing import DOCX, PDF, NoChineseFont, media_type, write
from foundation.files.store import store_made
from foundation.workflow import Refused
from suggestions.yearbook import Period

log = structlog.get_logger(__name__)
FORMATS = (DOCX, PDF)


class Outcome(StrEnum):
    """What became of one deputy in one count."""

    MADE = "made"
    SAME = "same"
    LEFT = "left"
    DONE = "done"
    BUSY = "busy"
    FAILED = "failed"


def make(facts: Facts, year: Year, *, asked_at: datetime, at: datetime, wait: bool = False) -> Outcome:
    """One deputy's report for the count of `asked_at`. Whatever goes wrong is written down and stops nobody else.

    SAME when the figures have not changed (the files stay), LEFT when it is checked or confirmed, DONE when another
    worker was faster, BUSY when another works on it at this moment and `wait` is not set.
    """
    try:
        with transaction.atomic():
            return _make(facts, year, asked_at, at, wait)
    except Exception as trouble:  # one deputy's data must not keep all others from their reports
        log.exception("reports.deputy_failed", deputy=facts.deputy.pk)
        fail(facts, year, _words(trouble), asked_at=asked_at, at=at)
        return Outcome.FAILED


def _make(facts: Facts, year: Year, asked_at: datetime, at: datetime, wait: bool) -> Outcome:
    # Two workers never write the same report: whoever holds the deputy's row writes it.
    held = Deputy.objects.select_for_update(no_key=True, skip_locked=not wait).filter(pk=facts.deputy.pk)
    if not held.values_list("pk").first():
        return Outcome.BUSY
    known = _known(facts, year)
    if known is not None and known.state not in RENEWED:
        return Outcome.LEFT
    if known is not None and known.asked_at == asked_at:
        return Outcome.DONE
    content = content_of(facts, year)
    if known is not None and known.files and known.content == content:
        known.asked_at = asked_at
        known.save(update_fields=["asked_at"])
        return Outcome.SAME
    report = known or DeputyReport(deputy=facts.deputy, year=year.period.year)
    fill(report, facts, content, year, asked_at=asked_at, at=at)
    write_files(report, by=None, at=at)
    _note("finish", report, "生成年度履职报告。", at=at)
    return Outcome.MADE


def _known(facts: Facts, year: Year) -> DeputyReport | None:
    return DeputyReport.objects.of_year(year.period.year).filter(deputy=facts.deputy).first()


def fill(
    report: DeputyReport, facts: Facts, content: dict[str, Any], year: Year, *, asked_at: datetime, at: datetime
) -> None:
    """Puts the content in and saves the row."""
    seat = main_seat(facts)
    report.deputy = facts.deputy
    report.level, report.delegation = seat.level, seat.delegation
    report.content, report.figures, report.issuer = content, figures_of(content), year.issuer
    report.asked_at, report.counted_on, report.built_at, report.failure = asked_at, year.on, at, ""
    if report.state == DeputyReportState.FAILED:
        report.state = DEPUTY_REPORT_FLOW.target("finish", report.state)
    report.version += 0 if report._state.adding else 1
    report.save()


def write_files(report: DeputyReport, *, by: Any, at: datetime) -> None:
    """Writes the files anew from content and words, and keeps their hashes."""
    paper, found = paper_of(report), {}
    for format in FORMATS:
        # Without Chinese fonts there is no PDF; the page says so beside the Word file.
        with suppress(NoChineseFont):
            facts = {"name": f"{report}（待审定）.{format}", "media_type": media_type(format)}
            stored = store_made(write(paper, format), owner=report, kind=format, by=by, at=at, **facts)
            found[format] = stored.sha256
    report.files = found
    report.save(update_fields=["files"])


def fail(facts: Facts, year: Year, reason: str, *, asked_at: datetime, at: datetime) -> None:
    """Writes down why there is no report; what was there before is no longer valid."""
    with transaction.atomic():
        known = _known(facts, year)
        report = known or DeputyReport(deputy=facts.deputy, year=year.period.year, state=DeputyReportState.FAILED)
        if known is not None and known.state not in (DeputyReportState.BUILT, DeputyReportState.FAILED):
            # The deputy has seen it: it stays as it was, with the reason beside it.
            known.asked_at, known.failure = asked_at, reason
            known.save(update_fields=["asked_at", "failure"])
            return
        report.state, report.failure, report.files = DeputyReportState.FAILED, reason, {}
        report.asked_at, report.counted_on = asked_at, year.on
        report.level, report.delegation = main_seat(facts).level, main_seat(facts).delegation
        report.save()
        _note("fail", report, f"年度履职报告生成失败：{reason}", at=at)


def _words(trouble: Exception) -> str:
    if isinstance(trouble, ReportFault):
        return str(trouble)[:300]
    return f"程序出错（{type(trouble).__name__}），请联系系统管理员。"


def _note(verb: str, report: DeputyReport, summary: str, *, at: datetime) -> None:
    audit.record(f"reports.deputy_{verb}", report, by=None, at=at, summary=summary, visibility=Visibility.OFFICE)


def remake(report: DeputyReport, *, by: Any, at: datetime) -> None:
    """Counts one report anew, by hand and inside the caller's transaction. Refused where the data do not allow it."""
    run = AnnualReport.objects.light().of(ReportKind.DEPUTIES, report.year).first()
    period = run.period if run else Period.of_year(report.year)
    year = year_of(period, timezone.localdate(at), issuer())
    facts = next((one for one in read([report.deputy_id], year) if one.seats), None)
    if facts is None:
        raise Refused("该代表在统计期内没有任职，不能生成年度履职报告。", "state")
    try:
        content = content_of(facts, year)
    except ReportFault as fault:
        raise Refused(str(fault), "state") from None
    fill(report, facts, content, year, asked_at=at, at=at)
    write_files(report, by=by, at=at)
