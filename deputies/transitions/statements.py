"""The written statement: the deputy writes it, the office reads it, and it is published."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import VoterReport
from deputies.rules import may_read_statement, may_write_statement
from deputies.transitions._voter_report import STATEMENT, day_of, move, note, open_report, written
from foundation import deadlines


@transaction.atomic
def write_statement(
    pk: Any, *, statement: str, ready: bool = False, by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """Keeps the deputy's draft; with `ready` it goes to the office, which hears, and its clock is met."""
    report = open_report(pk, version)
    may_write_statement(by, report, on=day_of(at)).require()
    report.statement = statement.strip()
    if not ready:
        report.bump("statement")
        return report
    written(statement, "请先写述职报告，再提交审阅。", "statement")
    report.submitted_at = at
    move(report, "write_statement", "statement", "submitted_at")
    deadlines.meet(STATEMENT, report, at=at)
    note("write_statement", report, "提交述职报告。", by=by, at=at)
    notices.statement_in(report, by=by, at=at)
    return report


@transaction.atomic
def read_statement(
    pk: Any, *, accepted: bool, remarks: str = "", by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """The office has read it: published, or back to the deputy with what is to be changed. The deputy hears."""
    report = open_report(pk, version)
    may_read_statement(by, report, on=day_of(at)).require()
    report.read_by, report.return_note = by, remarks.strip()
    if accepted:
        report.published_at = at
        move(report, "accept_statement", "read_by", "return_note", "published_at")
        note("accept_statement", report, "述职报告审阅通过，已公布。", by=by, at=at)
    else:
        written(remarks, "请写明需要修改的地方，代表会看到。", "remarks")
        move(report, "return_statement", "read_by", "return_note")
        note("return_statement", report, f"退回修改：{report.return_note}", by=by, at=at)
    notices.statement_read(report, accepted, by=by, at=at)
    return report
