"""The tables as a workbook, one sheet each, through the one export writer. Equal tables and day make equal bytes."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from foundation.documents.figures.sheet import SMALL, Cell, Kind, Sheet
from foundation.documents.figures.sheet import Column as Heading
from foundation.documents.writing.book import to_xlsx
from foundation.web.export import Sheet as Page
from foundation.web.tables import Column

SHOWN_SMALL, NOTHING = "基数过小", "—"


def workbook(sheets: Sequence[Sheet], *, made_on: date) -> bytes:
    """The workbook; rates are numbers, what cannot be counted is a dash, notes stand in the last line."""
    pages = [Page(f"{place}.{sheet.title}", _columns(sheet), _lines(sheet)) for place, sheet in enumerate(sheets, 1)]
    return to_xlsx(pages, made_on=made_on)


def _columns(sheet: Sheet) -> list[Column]:
    first = Column(sheet.head, lambda line: line[0], primary=True)
    return [first, *(_column(place, heading) for place, heading in enumerate(sheet.columns, start=1))]


def _column(place: int, heading: Heading) -> Column:
    kind = "text" if heading.kind == Kind.TEXT else "number"
    return Column(heading.label, lambda line: line[place] if place < len(line) else None, kind=kind)


def _lines(sheet: Sheet) -> Iterator[list[Any]]:
    for row in sheet.rows:
        cells = zip(sheet.columns, row.cells, strict=True)
        yield [row.label, *(_value(heading, cell) for heading, cell in cells)]
    if sheet.note:
        yield [f"说明：{sheet.note}"]


def _value(heading: Heading, cell: Cell) -> Any:
    if cell.mark == SMALL:
        return SHOWN_SMALL
    if cell.value is None:
        return NOTHING
    if heading.kind in (Kind.RATE, Kind.CHANGE) and isinstance(cell.value, str):
        return Decimal(cell.value)
    return cell.value
