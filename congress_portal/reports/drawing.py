"""A table of the report as a page draws it: shown figures, the address behind each, and its chart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import sees_all
from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from foundation.documents.figures.sheet import SMALL
from foundation.web.charts import Chart, bar_chart, donut_chart
from foundation.web.chinese import number_text
from suggestions.models import Suggestion

MOST_BARS = 20


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
    """One table."""

    sheet: Sheet
    lines: list[tuple[Row, list[Shown]]]
    chart: Chart | None
    hidden: int = 0


def drawn(report: AnnualReport, user: Any) -> list[Drawn]:
    """Every table of a report; of the lists of single suggestions the lines this person may open."""
    sheets = report.sheets
    closed = _closed(sheets, user)
    return [_drawn(report, sheet, closed) for sheet in sheets]


def _drawn(report: AnnualReport, sheet: Sheet, closed: set[int]) -> Drawn:
    rows = [row for row in sheet.rows if not (_lists_cases(sheet) and closed.intersection(row.cells[0].keys))]
    return Drawn(sheet, list(_lines(report, sheet, rows)), chart_of(sheet), hidden=len(sheet.rows) - len(rows))


def _closed(sheets: list[Sheet], user: Any) -> set[int]:
    """The suggestions named in lists that are not open to this person; one query, none for who sees all."""
    named = {key for sheet in sheets if _lists_cases(sheet) for row in sheet.rows for key in row.cells[0].keys}
    if not named or sees_all(user):
        return set()
    return named - set(Suggestion.objects.visible_to(user).filter(pk__in=named).order_by().values_list("pk", flat=True))


def _lists_cases(sheet: Sheet) -> bool:
    """Whether each line is one suggestion, by its title."""
    return sheet.columns[0].kind == Kind.TEXT


def _lines(report: AnnualReport, sheet: Sheet, rows: list[Row]) -> Iterator[tuple[Row, list[Shown]]]:
    for row in rows:
        cells = zip(sheet.columns, row.cells, strict=True)
        yield row, [_shown(report, sheet, row, column, cell) for column, cell in cells]


def _shown(report: AnnualReport, sheet: Sheet, row: Row, column: Column, cell: Cell) -> Shown:
    url = reverse("reports:rows", args=[report.pk, sheet.key, row.key, column.key]) if cell.has_rows else ""
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
