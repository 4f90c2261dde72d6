"""The one way out for rows as a file. Every export is guarded against formulas, typed, and written into the audit."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from tempfile import TemporaryFile
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from foundation import audit
from foundation.web.tables import Column

BOLD, GROUND = Font(bold=True), PatternFill("solid", fgColor="F2F2F2")
FRAME = Border(*[Side("thin", color="BFBFBF")] * 4)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
# Points.
LINE = 16
TO_THE_RIGHT = Alignment(horizontal="right")
FORMATS = {"xlsx": "Excel 工作簿", "csv": "CSV 文本"}
CHUNK = 500

# Office programs read a cell that starts with one of these as a formula (OWASP, CSV injection).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Text no office program will calculate: a leading apostrophe where it would start a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS[:4]) else text


def typed(column: Column, row: Any) -> Any:
    """The value of a cell as a file holds it: number, date, naive local datetime, or guarded text."""
    value = column.read(row)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date) or (column.kind == "number" and not isinstance(value, str)):
        return value
    return guarded(ILLEGAL_CHARACTERS_RE.sub("", str(value)))


def export_rows(
    request: HttpRequest, columns: Sequence[Column], rows: Iterable[Any], filename: str, format: str
) -> HttpResponseBase:
    """`rows` as a download named `filename` (no ending). Raises KeyError for a format not in FORMATS.

    Who took what out, when and under which filter is recorded before the first byte leaves.
    """
    writer = {"csv": _csv_response, "xlsx": _xlsx_response}[format]
    kept = [column for column in columns if column.exported]
    _record(request, kept, filename, format)
    response = writer(kept, rows, f"{filename}.{format}")
    response["Cache-Control"] = "no-store"
    return response


def decorated(rows: QuerySet, decorate: Callable[[Sequence[Any]], None]) -> Iterator[Any]:
    """The rows in chunks, each chunk fetched and decorated in bulk, so that an export costs no query per row."""
    found = rows.iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        decorate(chunk)
        yield from chunk


def _record(request: HttpRequest, columns: Sequence[Column], filename: str, format: str) -> None:
    facts = {"file": f"{filename}.{format}", "filter": request.GET.dict(), "columns": [c.label for c in columns]}
    user, summary = request.user, f"导出“{filename}”（{FORMATS[format]}）"
    if not user.is_authenticated:
        # Whoever has no account sees published rows only, and leaves no name to record.
        return
    audit.record("web.export", user, by=user, at=timezone.now(), summary=summary, data=facts, visibility="office")


def _csv_response(columns: Sequence[Column], rows: Iterable[Any], filename: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = _disposition(filename)
    return response


def _csv_lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    # The byte order mark makes Excel and WPS read the file as UTF-8.
    yield "\ufeff" + _csv_line([column.label for column in columns])
    for row in rows:
        yield _csv_line([_plain_text(typed(column, row)) for column in columns])


def _csv_line(values: Sequence[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def _plain_text(value: Any) -> Any:
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else value


def _xlsx_response(columns: Sequence[Column], rows: Iterable[Any], filename: str) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115 — the response closes it when the last byte has left
    write_xlsx(file, columns, rows)
    file.seek(0)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(file, as_attachment=True, filename=filename, content_type=kind)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook; its name loses what Excel does not take, and all after 31 characters."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Any]

    @property
    def title(self) -> str:
        return INVALID_TITLE_REGEX.sub("", self.name)[:31] or "数据"


def write_xlsx(file: Any, columns: Sequence[Column], rows: Iterable[Any]) -> None:
    """Writes a workbook of one sheet row by row."""
    write_book(file, [Sheet("数据", columns, rows)])


def write_book(file: Any, sheets: Iterable[Sheet]) -> None:
    """Writes a workbook: bold frozen headers, one type per column, text never read as a formula."""
    book = Workbook(write_only=True)
    for part in sheets:
        _sheet(book, part.title, part.columns, part.rows)
    book.save(file)


def _sheet(book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Any]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    _set_up_print(sheet)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    sheet.row_dimensions[1].height = LINE * max((_lines(column) for column in columns), default=1)
    sheet.append([_header_cell(sheet, column.label) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, typed(column, row), column) for column in columns])


def _set_up_print(sheet: Any) -> None:
    """A4 across, as wide as the paper, the headings on every page: an office prints what it is sent."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = "1:1"


def _width(column: Column) -> int:
    if column.primary:
        return 40
    return 13 if column.kind in ("number", "date") else 18


def _lines(column: Column) -> int:
    """Of how many lines its heading is: a Chinese character is as wide as two figures."""
    return -(-2 * len(column.label) // (_width(column) - 1))


def _header_cell(sheet: Any, label: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=label)
    cell.font, cell.fill, cell.border, cell.alignment = BOLD, GROUND, FRAME, CENTRED
    return cell


def _cell(sheet: Any, value: Any, column: Column) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.border = FRAME
    if column.kind == "number":
        # Also a dash, and what is too small to be a rate.
        cell.alignment = TO_THE_RIGHT
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        cell.number_format = "0.00"
    elif isinstance(value, str):
        # A text format keeps 身份证号, 序号 with leading zeros and guarded formulas exactly as they stand.
        cell.number_format, cell.data_type = "@", "s"
    return cell


def _disposition(filename: str) -> str:
    return content_disposition_header(as_attachment=True, filename=filename) or ""
