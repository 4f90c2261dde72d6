"""Importing the year's list: read the file, plan every row against the portal, write all of it or nothing."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from deputies.models import Meeting, Term
from deputies.transitions.set_up import ensure_session, ensure_term
from foundation.audit import record
from foundation.deadlines.bulk import ClockBatch
from foundation.documents.reading.faults import HeaderUnclear, UnreadableFile
from foundation.documents.reading.remarks import unclear
from foundation.documents.reading.report import ImportReport
from foundation.documents.reading.workbook import read_sheets
from suggestions import rules
from suggestions.importing.bodies import Bodies
from suggestions.importing.meanings import REQUIRED
from suggestions.importing.parse import ParsedList, parse
from suggestions.importing.people import Register
from suggestions.importing.plan import ANSWER, RATE, Frame, Line, plan
from suggestions.importing.write import Writer

__all__ = ["HeaderUnclear", "UnreadableFile", "import_suggestions", "read_list"]

NO_RATING_DAYS = "台账没有评价日期，评价日期按导入当天登记；重新办理的期限自导入当天起算。"


def read_list(content: bytes, filename: str, *, at: datetime, chosen: Mapping[str, str] | None = None) -> ParsedList:
    """The list as the file has it. Raises UnreadableFile; HeaderUnclear when a needed column is missing."""
    parsed = parse(read_sheets(content, filename), timezone.localdate(at), chosen or {})
    wanted = "、".join(f"“{meaning.label}”" for meaning in REQUIRED)
    if not parsed.headers and parsed.unclear:
        raise unclear(*parsed.unclear[0], REQUIRED)
    if not parsed.headers:
        raise UnreadableFile(f"没有找到表头：台账应有一行写明{wanted}等栏目。请补上表头后再导入。")
    if not parsed.entries and not parsed.faults:
        raise UnreadableFile("表头下面没有建议，请核对文件。")
    return parsed


def import_suggestions(
    content: bytes,
    filename: str,
    *,
    by: Any,
    at: datetime,
    term_number: int | None = None,
    session_number: int | None = None,
    dry_run: bool = False,
    chosen: Mapping[str, str] | None = None,
) -> ImportReport:
    """Imports the list of one session with replies and ratings so far, and answers row by row.

    Term and session are those given, else those of the file's title, else the current ones. Nothing is written when
    one row is refused, or with `dry_run`, which walks the whole way and then takes it back. `chosen` maps header
    texts to keys of `LIST` where the words were not clear. `by` None is the command line. Nobody is notified. Raises
    UnreadableFile; Refused when `by` does not keep the district's papers.
    """
    if by is not None:
        rules.may_import(by).require()
    parsed = read_list(content, filename, at=at, chosen=chosen)
    report = ImportReport(rows=parsed.reports, notes=parsed.notes)
    with transaction.atomic():
        _wait_for_others()
        frame = _frame(parsed, term_number, session_number, by, at)
        _remark(parsed, frame, report)
        lines = plan(parsed.entries, frame)
        _advise(lines, frame, report)
        if not report.refused:
            report.notes += _notes_on(lines)
            Writer(frame).write(lines)
            report.created = frame.created | frame.bodies.created
            _record(frame.meeting, content, filename, report, by, at)
        report.written = not report.refused and not dry_run
        if not report.written:
            transaction.set_rollback(True)
    return report


def _frame(parsed: ParsedList, term_number: int | None, session_number: int | None, by: Any, at: datetime) -> Frame:
    title = parsed.title
    term, new_term = ensure_term(term_number or title.term, by=by, at=at, congress_name=title.congress)
    # The title's session belongs to the title's term; for another term it says nothing.
    told = title.session if title.term in (None, term.number) else None
    meeting, new_meeting = ensure_session(term, session_number or told, by=by, at=at)
    created = ({"term": [term.name]} if new_term else {}) | ({"session": [meeting.name]} if new_meeting else {})
    bodies = Bodies(term, term.congress.name.removesuffix("人民代表大会"))
    return Frame(term, meeting, Register(term), bodies, ClockBatch(by=by, at=at), by, at, created)


def _remark(parsed: ParsedList, frame: Frame, report: ImportReport) -> None:
    """What holds for the whole file is said once."""
    title: tuple[Term | Any, Meeting | Any] = (parsed.title.term, parsed.title.session)
    if parsed.title and title != (frame.term.number, frame.meeting.number) and None not in title:
        told = f"第{title[0]}届第{title[1]}次会议"
        report.notes.insert(0, f"文件标题写的是{told}，现按{frame.meeting.name}导入，请核对届次。")
    if frame.register.is_empty:
        report.notes.insert(0, f"{frame.term.name}还没有代表名册：请先导入代表名册，再导入建议台账。")


def _advise(lines: list[Line], frame: Frame, report: ImportReport) -> None:
    """What many refused rows have in common is more likely a wrong session than many slips of the pen."""
    taken = sum(line.is_taken for line in lines)
    if taken:
        told = f"有{taken}件的编号在{frame.meeting.name}中已是另一件建议。"
        mend = "台账属于另一次会议的，请重新上传并选择那次会议；确是这次会议的，请逐件改正编号或者领衔代表。"
        report.notes.insert(0, told + mend)
    unknown = len(frame.register.unknown)
    if not frame.register.is_empty and unknown * 2 > len(lines):
        told = f"有{unknown}位领衔代表不在{frame.term.name}代表名册中。"
        mend = "还没有导入名册的，请先在“代表名册”页导入；台账属于另一届的，请重新上传并选择那一届的会议。"
        report.notes.insert(0, told + mend)


def _notes_on(lines: list[Line]) -> list[str]:
    """What the list leaves open in many rows is said once, with what the portal does about it."""
    notes = []
    if any(RATE in line.steps and "rated" not in line.entry.days for line in lines):
        notes.append(NO_RATING_DAYS)
    promised = [line for line in lines if ANSWER in line.steps and line.result_class and not line.entry.promise]
    unwritten = sum(line.result_class.needs_commitment for line in promised if line.result_class)
    if unwritten:
        notes.append(f"有{unwritten}件答复属于须写明承诺事项的类别，台账没有承诺事项，未登记到承诺台账。")
    return notes


def _wait_for_others() -> None:
    """Two imports at once would both take the same number for a new one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('suggestions.import_suggestions'))")


def _record(meeting: Meeting, content: bytes, filename: str, report: ImportReport, by: Any, at: datetime) -> None:
    summary = f"导入建议台账“{filename[:60]}”：{report.summary}。"
    data = {"sha256": sha256(content).hexdigest()}
    record("suggestions.import_suggestions", meeting, by=by, at=at, summary=summary, data=data)
