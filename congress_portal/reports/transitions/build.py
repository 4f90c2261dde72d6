"""What the job does: begin, count, write the files, finish; or say why not."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from congress_portal.reports import notices
from congress_portal.reports.counting import tables
from congress_portal.reports.deputies import job
from congress_portal.reports.filing import FORMATS, keep_files, of_delegations
from congress_portal.reports.issuing import issuer
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.states import REPORT_FLOW, ReportKind, ReportState
from congress_portal.reports.transitions.beats import move, note, open_report
from foundation.documents.figures import to_json
from foundation.documents.writing import NoChineseFont

STEPS = 2 + len(FORMATS)
Clock = Callable[[], datetime]


def build(pk: Any, *, clock: Clock = timezone.now) -> AnnualReport | None:
    """Counts and writes the edition that was asked for; None when somebody else has done so already.

    A job that was killed half way goes on where it is delivered once more: deputies' own reports that were made are
    kept, of the tables and files of the edition itself nothing is kept before the end.
    """
    report = begin(pk, at=clock())
    if report is None:
        return None
    try:
        if report.kind == ReportKind.DEPUTIES:
            job.work(report, clock=clock)
        say(report, 1, "统计各表")
        report.content, report.issuer = to_json(tables(report)), issuer()
        return finish(report, at=clock())
    except Exception as trouble:
        fail(pk, f"{type(trouble).__name__}。", at=clock())
        raise


@transaction.atomic
def begin(pk: Any, *, at: datetime) -> AnnualReport | None:
    """Takes the report up; None unless it is asked for, or its first job was lost."""
    report = open_report(pk)
    if not report.is_under_way:
        return None
    report.started_at, report.progress_done, report.progress_of = at, *_road(report)
    report.progress_text = "生成个人报告" if report.kind == ReportKind.DEPUTIES else ""
    if report.state == ReportState.ASKED:
        report.state = REPORT_FLOW.target("begin", report.state)
    report.bump("state", "started_at", "progress_done", "progress_of", "progress_text")
    return report


def _road(report: AnnualReport) -> tuple[int, int]:
    """(steps done, all steps); every deputy is a step."""
    if report.kind != ReportKind.DEPUTIES:
        return 0, STEPS
    people = job.scope(report).count()
    return people - job.pending(report).count(), people + STEPS


def finish(report: AnnualReport, *, at: datetime) -> AnnualReport:
    """Writes the files from the very cells that are kept, then tables, files and state at once."""
    written = []
    for place, (format, write) in enumerate(FORMATS.items(), start=2):
        say(report, place, f"生成 {format} 文件")
        # Without Chinese fonts there is no PDF; the page says so beside the other files.
        with suppress(NoChineseFont):
            written.append((format, f"{report}.{format}", write(report)))
    written += of_delegations(report)
    say(report, STEPS, "保存")
    with transaction.atomic():
        fresh = open_report(report.pk)
        if fresh.state != ReportState.BUILDING:
            return fresh
        fresh.content, fresh.issuer, fresh.built_at = report.content, report.issuer, at
        fresh.files = keep_files(fresh, written, by=fresh.asked_by, at=at)
        fresh.progress_done, fresh.progress_text = fresh.progress_of, ""
        move(fresh, REPORT_FLOW, "finish", "content", "issuer", "files", "built_at", "progress_done", "progress_text")
        note("finish", fresh, "生成完毕。", by=None, at=at, files=fresh.files)
        notices.built(fresh, at=at)
    return fresh


@transaction.atomic
def fail(pk: Any, reason: str, *, at: datetime) -> None:
    """Says that it went wrong; asker and system administrators hear of it."""
    report = open_report(pk)
    if report.state != ReportState.BUILDING:
        return
    report.failure = reason
    move(report, REPORT_FLOW, "fail", "failure")
    note("fail", report, f"生成失败：{reason}", by=None, at=at)
    notices.failed(report, at=at)


def say(report: AnnualReport, done: int, text: str) -> None:
    """The progress bar; past every transaction, so that the page sees it."""
    done += report.progress_of - STEPS
    AnnualReport.objects.filter(pk=report.pk).update(progress_done=done, progress_text=text)
