"""A table of figures as a page draws it: shown figures, the address behind each, and its chart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from foundation.documents.figures.sheet import SMALL, Cell, Column, Kind, Row, Sheet
from foundation.web.charts import Chart, bar_chart, donut_chart
from foundation.web.chinese import number_text

MOST_BARS = 20
# (key of the row, key of the column) → the page that lists the rows behind the cell
Address = Callable[[str, str], str]


@dataclass(frozen=True)
class Shown:
    """One cell as it is read; `url` leads to the rows it counts, `base` says of how many a rate is."""

    text: str
    url: str = ""
    base: int | None = None
    is_text: bool = False
    label: str = ""


@dataclass(frozen=True)
class Drawn:
    """One table; `hidden` lines are not open to the reader."""

    sheet: Sheet
    lines: list[tuple[Row, list[Shown]]]
    chart: Chart | None
    hidden: int = 0


def drawn(sheet: Sheet, address: Address, rows: Sequence[Row] | None = None) -> Drawn:
    """A table for `documents/figures.html`; with `rows` only these lines of it."""
    shown = sheet.rows if rows is None else rows
    return Drawn(sheet, list(_lines(sheet, shown, address)), chart_of(sheet), hidden=len(sheet.rows) - len(shown))


def _lines(sheet: Sheet, rows: Sequence[Row], address: Address) -> Iterator[tuple[Row, list[Shown]]]:
    for row in rows:
        cells = zip(sheet.columns, row.cells, strict=True)
        yield row, [_shown(row, column, cell, address) for column, cell in cells]


def _shown(row: Row, column: Column, cell: Cell, address: Address) -> Shown:
    url = address(row.key, column.key) if cell.has_rows else ""
    return Shown(text_of(column, cell), url, cell.base, column.kind == Kind.TEXT, f"{row.label}，{column.label}")


def text_of(column: Column, cell: Cell) -> str:
    """A figure as words: a small base is said, a rise has its sign."""
    if cell.mark == SMALL:
        return "基数过小"
    if cell.value is None:
        return "—"
    if column.kind == Kind.CHANGE and column.key == "change":
        return str(cell.value) if str(cell.value).startswith("-") or not float(cell.value) else f"+{cell.value}"
    return number_text(cell.value)


def chart_of(sheet: Sheet) -> Chart | None:
    """The chart of the column the table names; None when there is nothing to draw."""
    values = chart_values(sheet)
    if not values:
        return None
    if sheet.chart_kind == "donut":
        return donut_chart(sheet.title, values)
    unit = "%" if sheet.column(sheet.chart).kind == Kind.RATE else "件"
    return bar_chart(sheet.title, values, unit=unit)


def chart_values(sheet: Sheet) -> list[tuple[str, Any]]:
    """(label, value) of each line but the total, the largest first where there are too many to draw."""
    if not sheet.chart:
        return []
    found = [(row.label, _number(sheet.cell(row.key, sheet.chart))) for row in sheet.rows if not row.is_total]
    found = [(label, value) for label, value in found if value]
    return found if len(found) <= MOST_BARS else sorted(found, key=lambda one: -one[1])[:MOST_BARS]


def _number(cell: Cell) -> int | float:
    return float(cell.value) if isinstance(cell.value, str) else cell.value or 0
