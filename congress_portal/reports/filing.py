"""The files of a report: written from its cells, kept in the private store, each with its hash."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.paper import paper
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
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


def issuer() -> str:
    """Who issues the yearly reports: the office of the standing committee."""
    row = Organisation.objects.active().of_kind(OrganisationKind.SC_OFFICE).order_by("pk").first()
    return row.name if row else ""


def keep_files(report: AnnualReport, written: Iterable[tuple[str, bytes]], *, by: Any, at: datetime) -> dict[str, str]:
    """Keeps what was written as files of the report; answers format → SHA-256."""
    found = {}
    for format, content in written:
        upload = SimpleUploadedFile(f"{report}.{format}", content)
        found[format] = store_upload(upload, owner=report, kind=format, by=by, at=at).sha256
    return found


def current_files(report: AnnualReport) -> list[StoredFile]:
    """The files of the present state, in the order of FORMATS; earlier ones stay in the store and are not shown."""
    last = {row.kind: row for row in files_of(report) if report.files.get(row.kind) == row.sha256}
    return [last[format] for format in FORMATS if format in last]


def missing_pdf(report: AnnualReport) -> str:
    """Why a built report has no PDF; empty when it has one."""
    return "" if not report.files or PDF in report.files else pdf_refusal()
