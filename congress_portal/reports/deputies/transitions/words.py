"""The deputies' own words: the office opens the period, each deputy writes, the words stand in the files."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from congress_portal.reports import notices
from congress_portal.reports.deputies.making import write_files
from congress_portal.reports.deputies.rules import may_open_words, may_write
from congress_portal.reports.deputies.transitions.beats import day_of, move, note, open_own
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.states import DEPUTY_REPORT_FLOW, DeputyReportState
from congress_portal.reports.transitions.beats import note as note_run
from congress_portal.reports.transitions.beats import open_report
from foundation import deadlines
from foundation.workflow import Refused

CLOCK = "deputy_report_words"


@transaction.atomic
def open_words(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> AnnualReport:
    """Sends every built report of the run to its deputy, all at once; they hear until when they may add their words.

    Refused while the run is not built, and when nothing is left to send. One clock runs for all of them: its reminders
    reach who has not handed in. Sent later, a report has the same last day, or a new period when that is over.
    """
    run = open_report(pk, version)
    may_open_words(by, run, on=day_of(at)).require()
    clock = deadlines.clock_of(CLOCK, run)
    if clock is not None and clock.due_on < day_of(at):
        deadlines.meet(CLOCK, run, at=at)
        clock = None
    clock = clock or deadlines.start(CLOCK, run, on=day_of(at), by=by, at=at)
    built = run.own_reports().filter(state=DeputyReportState.BUILT)
    keys = list(built.values_list("pk", flat=True))
    target = DEPUTY_REPORT_FLOW.target("open_words", DeputyReportState.BUILT)
    facts = {"state": target, "words_until": clock.due_on, "version": F("version") + 1}
    DeputyReport.objects.filter(pk__in=keys).update(**facts)
    run.bump()
    note_run("open_words", run, f"{len(keys)}份个人报告送代表本人补充，期限{clock.due_on}。", by=by, at=at)
    notices.words_opened(run, keys, clock.due_on, by=by, at=at)
    return run


@transaction.atomic
def write_words(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    summary: str = "",
    problems: str = "",
    plan: str = "",
    done: bool = True,
) -> DeputyReport:
    """The deputy's own words; with `done` handed in to be checked, else kept as a draft.

    Refused for anybody else, and once it is handed in. Whoever checks it hears.
    """
    report = open_own(pk, version)
    may_write(by, report, on=day_of(at)).require()
    report.summary, report.problems, report.plan = summary.strip(), problems.strip(), plan.strip()
    words = ("summary", "problems", "plan")
    if not done:
        report.bump(*words)
        return report
    report.written_by, report.written_at, report.sent_back_for = by, at, ""
    move(report, "write_words", *words, "written_by", "written_at", "sent_back_for")
    write_files(report, by=by, at=at)
    note(
        "write_words",
        report,
        "提交年度履职报告。" if report.has_words else "确认年度履职报告，没有补充。",
        by=by,
        at=at,
    )
    notices.words_written(report, by=by, at=at)
    return report


def require_reason(reason: str) -> str:
    """The reason, without blanks; refused when there is none."""
    if not reason.strip():
        raise Refused("请写明理由。", "input", field="reason")
    return reason.strip()
