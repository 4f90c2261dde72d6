"""Importing the office's list of stations: read the file, plan every row against the register, write all or nothing."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from foundation.audit import record
from foundation.documents.reading.faults import UnreadableFile
from foundation.documents.reading.remarks import unclear
from foundation.documents.reading.report import ImportReport
from foundation.documents.reading.workbook import read_sheets
from liaison_stations import rules
from liaison_stations.importing.meanings import STATIONS
from liaison_stations.importing.parse import ParsedStations, parse
from liaison_stations.importing.plan import Plan, Question, plan
from liaison_stations.importing.write import Writer
from liaison_stations.models import StationKind

__all__ = ["Question", "import_stations", "questions_of", "read_stations"]


def read_stations(
    content: bytes, filename: str, *, at: datetime, chosen: Mapping[str, str] | None = None
) -> ParsedStations:
    """The list as the file has it. Raises UnreadableFile, HeaderUnclear when the column of names is not found."""
    parsed = parse(read_sheets(content, filename), chosen or {})
    if not parsed.headers and parsed.nameless:
        raise unclear(*parsed.nameless[0], STATIONS)
    if not parsed.headers:
        raise UnreadableFile(
            "没有找到表头：台账应有一行写明联络站名称、类型、所在乡镇街道、地址等栏目。请补上表头后再导入。"
        )
    if not parsed.entries and not parsed.faults:
        raise UnreadableFile("表头下面没有联络站，请核对文件。")
    return parsed


def questions_of(content: bytes, filename: str, *, at: datetime, chosen: Mapping[str, str]) -> list[Question]:
    """The names that stand twice and that nobody has answered for."""
    return _planned(read_stations(content, filename, at=at, chosen=chosen), chosen, at).questions


def import_stations(
    content: bytes,
    filename: str,
    *,
    by: Any,
    at: datetime,
    term_number: int | None = None,
    dry_run: bool = False,
    chosen: Mapping[str, str] | None = None,
) -> ImportReport:
    """Imports a list of stations and answers row by row.

    Nothing is written when one row is refused, or with `dry_run`, which walks the whole way and then takes it back.
    Deputies are looked for among those who serve in the term `term_number`, the current one by default. `chosen` holds
    the answers on headers and, under `plan.key_of(row)`, on names that stand twice. `by` None is the command line.
    Raises UnreadableFile; Refused when `by` does not manage stations.
    """
    if by is not None:
        rules.may_manage_stations(by).require()
    parsed = read_stations(content, filename, at=at, chosen=chosen)
    report = ImportReport(rows=parsed.reports, notes=parsed.notes)
    with transaction.atomic():
        _wait_for_others()
        planned = _planned(parsed, chosen or {}, at, term_number)
        if not report.refused:
            writer = Writer(by, at)
            writer.write(planned.lines)
            report.created = writer.created
            _record(content, filename, report, by, at)
        report.written = not report.refused and not dry_run
        if not report.written:
            transaction.set_rollback(True)
    return report


def _planned(parsed: ParsedStations, chosen: Mapping[str, str], at: datetime, term: int | None = None) -> Plan:
    return plan(parsed.entries, chosen, timezone.localdate(at), term)


def _wait_for_others() -> None:
    """Two imports at once would both take the same station for a new one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('liaison_stations.import_stations'))")


def _record(content: bytes, filename: str, report: ImportReport, by: Any, at: datetime) -> None:
    summary = f"导入联络站台账“{filename[:60]}”：{report.summary}。"
    about = StationKind.objects.get(code="ordinary")
    facts = {"sha256": sha256(content).hexdigest()}
    record("liaison_stations.import_stations", about, by=by, at=at, summary=summary, data=facts, visibility="office")
