"""Importing a roster: read the file, plan every row against the register, write all of it or nothing."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from deputies import rules
from deputies.importing.meanings import ROSTER
from deputies.importing.parse import Context, ParsedRoster, parse
from deputies.importing.plan import plan
from deputies.importing.write import Writer
from deputies.models import Congress, Term
from deputies.states import Level
from deputies.transitions.set_up import ensure_term
from foundation.audit import record
from foundation.documents.reading.faults import HeaderUnclear, UnreadableFile
from foundation.documents.reading.remarks import unclear
from foundation.documents.reading.report import ImportReport
from foundation.documents.reading.workbook import read_sheets

__all__ = ["HeaderUnclear", "UnreadableFile", "import_roster", "read_roster"]


def read_roster(
    content: bytes, filename: str, *, at: datetime, chosen: Mapping[str, str] | None = None
) -> ParsedRoster:
    """The roster as the file has it. Raises UnreadableFile, HeaderUnclear when 姓名 is not found."""
    home = Congress.objects.filter(is_home=True).first()
    context = Context(
        today=timezone.localdate(at),
        home=home.level if home else Level.DISTRICT,
        home_word=home.locality if home else "",
        chosen=chosen or {},
    )
    parsed = parse(read_sheets(content, filename), context)
    if not parsed.headers and parsed.nameless:
        raise unclear(*parsed.nameless[0], ROSTER)
    if not parsed.headers:
        words = "、".join(meaning.label for meaning in ROSTER[:5])
        raise UnreadableFile(f"没有找到表头：名册应有一行写明{words}等栏目，“姓名”一栏不可少。请补上表头后再导入。")
    if not parsed.entries and not parsed.faults:
        raise UnreadableFile("表头下面没有代表信息，请核对文件。")
    return parsed


def import_roster(
    content: bytes,
    filename: str,
    *,
    by: Any,
    at: datetime,
    term_number: int | None = None,
    dry_run: bool = False,
    chosen: Mapping[str, str] | None = None,
) -> ImportReport:
    """Imports a roster into the term `term_number` (the current one by default) and answers row by row.

    Nothing is written when one row is refused, or with `dry_run`, which walks the whole way and then takes it back.
    `chosen` maps header texts to keys of `ROSTER` where the words were not clear. `by` None is the command line.
    Raises UnreadableFile; Refused when `by` does not keep the register.
    """
    if by is not None:
        rules.may_keep_register(by).require()
    parsed = read_roster(content, filename, at=at, chosen=chosen)
    report = ImportReport(rows=parsed.reports, notes=parsed.notes)
    with transaction.atomic():
        _wait_for_others()
        term, created = _term(parsed, term_number, by, at)
        if term.sealed_at:
            raise UnreadableFile(f"{term}已经封存，名册不再改动；请选择当前届或者新一届后再导入。")
        _remark_on_title(parsed, term, report)
        lines = plan(parsed, term)
        if not report.refused:
            writer = Writer(term, by, at, created)
            writer.write(lines)
            report.created = writer.created
            _record(term, content, filename, report, by, at)
        report.written = not report.refused and not dry_run
        if not report.written:
            transaction.set_rollback(True)
    return report


def _term(parsed: ParsedRoster, number: int | None, by: Any, at: datetime) -> tuple[Term, dict[str, list[str]]]:
    term, created = ensure_term(number, by=by, at=at, guess=parsed.title.number, congress_name=parsed.title.congress)
    return term, {"term": [term.name]} if created else {}


def _wait_for_others() -> None:
    """Two imports at once would both take the same person, or the same first term, for a new one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('deputies.import_roster'))")


def _remark_on_title(parsed: ParsedRoster, term: Term, report: ImportReport) -> None:
    if parsed.title.number and parsed.title.number != term.number:
        report.notes.insert(0, f"文件标题写的是第{parsed.title.number}届，现按{term.name}导入，请核对届次。")


def _record(term: Term, content: bytes, filename: str, report: ImportReport, by: Any, at: datetime) -> None:
    summary = f"导入代表名册“{filename[:60]}”：{report.summary}。"
    record("deputies.import_roster", term, by=by, at=at, summary=summary, data={"sha256": sha256(content).hexdigest()})
