"""What too many voters were dissatisfied with is mended, reported and confirmed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import VoterReport
from deputies.rules import may_confirm_rectification, may_submit_rectification
from deputies.transitions._voter_report import RECTIFICATION, day_of, move, note, open_report, written
from deputies.transitions.voter_ballots import start_rectification
from foundation import deadlines


@transaction.atomic
def submit_rectification(
    pk: Any, *, rectification: str, by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """The deputy tells what he has mended; the clock stops and the office hears."""
    report = open_report(pk, version)
    may_submit_rectification(by, report, on=day_of(at)).require()
    report.rectification = written(rectification, "请写明整改了什么、结果怎样。", "rectification")
    report.rectified_at = at
    move(report, "submit_rectification", "rectification", "rectified_at")
    deadlines.meet(RECTIFICATION, report, at=at)
    note("submit_rectification", report, "提交整改报告。", by=by, at=at)
    notices.rectification_in(report, by=by, at=at)
    return report


@transaction.atomic
def confirm_rectification(
    pk: Any, *, agrees: bool, remarks: str = "", by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """Done, or to be continued with a new clock and what is missing. The deputy hears."""
    report = open_report(pk, version)
    may_confirm_rectification(by, report, on=day_of(at)).require()
    report.rectification_note = remarks.strip()
    if agrees:
        report.closed_at = at
        move(report, "confirm_rectification", "rectification_note", "closed_at")
        note("confirm_rectification", report, "确认整改完成。", by=by, at=at)
    else:
        written(remarks, "请写明还要整改什么，代表会看到。", "remarks")
        move(report, "return_rectification", "rectification_note")
        note("return_rectification", report, f"退回继续整改：{report.rectification_note}", by=by, at=at)
        start_rectification(report, by=by, at=at)
    notices.rectification_judged(report, agrees, by=by, at=at)
    return report
