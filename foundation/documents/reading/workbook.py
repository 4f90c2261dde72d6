"""A file of any of the kinds an office keeps (.xlsx, .xls, .ods, .csv in UTF-8 or GB18030) as sheets of rows."""

import csv
import io
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from foundation.documents.reading.cells import text
from foundation.documents.reading.faults import UnreadableFile

MAX_ROWS = 20_000
MAX_COLUMNS = 200
# A workbook of 20,000 rows unpacks to far less; more is a decompression bomb.
MAX_UNPACKED = 200 * 1024 * 1024
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SAVE_AS = "请用表格软件打开后另存为“Excel 工作簿（.xlsx）”再上传。"


@dataclass(frozen=True)
class Row:
    """One row; `number` is the row number the office sees (from 1). Cells hold str, float, bool, date or datetime."""

    number: int
    cells: tuple[Any, ...]

    def cell(self, index: int | None) -> Any:
        """The cell at a column index from 0; an empty string outside the row or without an index."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """Indices of the cells in which something stands."""
        return [index for index, value in enumerate(self.cells) if str(value).strip()]

    @property
    def first_text(self) -> str:
        """The first text of the row; empty for a blank one."""
        return next((text(value) for value in self.cells if str(value).strip()), "")


@dataclass(frozen=True)
class Sheet:
    """A sheet with its rows; vertically merged cells are filled down so that each row carries its value."""

    name: str
    rows: tuple[Row, ...]


def read_sheets(content: bytes, filename: str) -> list[Sheet]:
    """The visible sheets of a file, known by its content and not by its name. Raises UnreadableFile."""
    if not content.strip():
        raise UnreadableFile("文件是空的，请重新选择文件。")
    if content.startswith((ZIP, OLE)):
        return _workbook(content)
    if content[:1024].lstrip().lower().startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        raise UnreadableFile(f"“{filename}”其实是网页或 XML 格式。{SAVE_AS}")
    return [Sheet(Path(filename).stem, _numbered(_csv_rows(content, filename)))]


def read_file(path: Path | str) -> list[Sheet]:
    """The same for a file on disk; a missing file is an UnreadableFile too."""
    place = Path(path)
    if not place.is_file():
        raise UnreadableFile(f"找不到文件“{path}”，请核对路径。")
    return read_sheets(place.read_bytes(), place.name)


def _workbook(content: bytes) -> list[Sheet]:
    _check_size(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [meta.name for meta in book.sheets_metadata if meta.visible == SheetVisibleEnum.Visible]
        return [_sheet(book, name) for name in shown]
    except PasswordError as error:
        raise UnreadableFile("文件设有打开密码，请去掉密码后再上传。") from error
    except (CalamineError, OSError) as error:
        raise UnreadableFile(f"文件不是可以读取的电子表格，或者已经损坏。{SAVE_AS}") from error


def _check_size(content: bytes) -> None:
    if not content.startswith(ZIP):
        return
    try:
        unpacked = sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"文件已经损坏。{SAVE_AS}") from error
    if unpacked > MAX_UNPACKED:
        raise UnreadableFile("文件展开后过大，请删去图片和多余的工作表后再上传。")


def _sheet(book: CalamineWorkbook, name: str) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    _check_extent(name, sheet.total_height, sheet.total_width)
    cells = sheet.to_python(skip_empty_area=False)
    _fill_down(cells, sheet.merged_cell_ranges or [])
    return Sheet(name, _numbered(cells))


def _check_extent(name: str, rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise UnreadableFile(
            f"工作表“{name}”有{rows}行、{columns}列，超出{MAX_ROWS}行、{MAX_COLUMNS}列，请删去空白的行列。"
        )


def _fill_down(cells: list[list[Any]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    for (top, left), (bottom, right) in merged:
        if left != right or bottom == top:
            continue
        for row in range(top + 1, min(bottom + 1, len(cells))):
            cells[row][left] = cells[top][left]


def _numbered(rows: Iterable[Iterable[Any]]) -> tuple[Row, ...]:
    return tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1))


def _csv_rows(content: bytes, filename: str) -> list[list[str]]:
    shown = _decode(content, filename)
    if "\x00" in shown:
        raise UnreadableFile(f"“{filename}”不是电子表格文件。{SAVE_AS}")
    sample = shown[:4096]
    delimiter = max(",\t;", key=sample.count)
    try:
        rows = list(csv.reader(io.StringIO(shown, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFile(f"“{filename}”的逗号分隔格式有误（{error}）。{SAVE_AS}") from error
    _check_extent(Path(filename).stem, len(rows), max(map(len, rows), default=0))
    return rows


def _decode(content: bytes, filename: str) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise UnreadableFile(f"“{filename}”的文字编码不是 UTF-8 或 GB18030。{SAVE_AS}")
