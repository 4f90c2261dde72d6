"""The files of a report: written from its cells, kept in the private store, each with its hash."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congress_portal.reports.deputies.summary import is_of_delegation
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.paper import paper, paper_of
from foundation.documents.figures.workbook import workbook
from foundation.documents.writing import DOCX, PDF, write
from foundation.documents.writing.fonts import pdf_refusal
from foundation.files.models import StoredFile
from foundation.files.store import files_of, store_upload


def _xlsx(report: AnnualReport) -> bytes:
    return workbook(report.sheets, made_on=report.counted_on)


def _docx(report: AnnualReport) -> bytes:
    return write(paper(report), DOCX)


def _pdf(report: AnnualReport) -> bytes:
    return write(paper(report), PDF)


FORMATS: dict[str, Callable[[AnnualReport], bytes]] = {DOCX: _docx, PDF: _pdf, "xlsx": _xlsx}


# What a file is kept as, what it is called, its content.
Written = tuple[str, str, bytes]


def of_delegations(report: AnnualReport) -> Iterator[Written]:
    """A Word file and a workbook for each delegation, from the very cells of its table."""
    for sheet in report.sheets:
        if is_of_delegation(sheet):
            title = f"{report.year}年{sheet.title}"
            yield (
                f"{sheet.key}.{DOCX}",
                f"{title}.{DOCX}",
                write(paper_of(report, title, [sheet], landscape=True), DOCX),
            )
            yield f"{sheet.key}.xlsx", f"{title}.xlsx", workbook([sheet], made_on=report.counted_on)


def keep_files(report: AnnualReport, written: Iterable[Written], *, by: Any, at: datetime) -> dict[str, str]:
    """Keeps what was written as files of the report; answers what each is kept as → SHA-256."""
    found = {}
    for kind, name, content in written:
        upload = SimpleUploadedFile(name, content)
        found[kind] = store_upload(upload, owner=report, kind=kind, by=by, at=at).sha256
    return found


def current_files(report: AnnualReport | DeputyReport) -> list[StoredFile]:
    """The files of the present state, in the order of FORMATS; earlier ones stay in the store and are not shown."""
    last = {row.kind: row for row in files_of(report) if report.files.get(row.kind) == row.sha256}
    further = [row for kind, row in last.items() if kind not in FORMATS]
    return [last[format] for format in FORMATS if format in last] + further


def missing_pdf(report: AnnualReport) -> str:
    """Why a built report has no PDF; empty when it has one."""
    return "" if not report.files or PDF in report.files else pdf_refusal()
