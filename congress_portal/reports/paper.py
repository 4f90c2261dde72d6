"""The report as an official document: what the figures say in words, then every table and its chart."""

from collections.abc import Iterator, Sequence

from congress_portal.reports.deputies.summary import is_of_delegation
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.narrative import sentences
from congress_portal.reports.states import ReportKind
from foundation.documents.figures import Column, Kind, Sheet
from foundation.documents.figures.drawing import chart_values, text_of
from foundation.documents.writing import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    Signature,
    Table,
    TableColumn,
    numbered,
    setting,
)
from foundation.documents.writing.pictures import bar_picture
from foundation.web.chinese import date_text

# More columns than these do not fit beside each other on upright paper; a wide table is continued below itself.
MOST_COLUMNS, MOST_LYING = 7, 13
# Two bars say no more than the two figures beside them.
FEWEST_BARS = 3
# Share of the width: the first column, a column of counts, a column of rates (100.00 stays on one line).
WIDE, FIGURE, RATE = 2.2, 1.0, 1.25
# A column of words has the share of its longest cell, a line holding this many characters to one share.
SIGNS, NARROWEST, WIDEST = 5, 1.0, 3.4


TITLES = {
    ReportKind.HANDLING: "关于{year}年代表建议、批评和意见办理情况的报告",
    ReportKind.DEPUTIES: "关于{year}年代表履职情况的报告",
    ReportKind.SUPERVISION: "关于{year}年监督工作情况的报告",
}


def paper(report: AnnualReport) -> Document:
    """The whole document without the lists of single delegations; equal cells make an equal document."""
    sheets = [sheet for sheet in report.sheets if not is_of_delegation(sheet)]
    return paper_of(report, TITLES[ReportKind(report.kind)].format(year=report.year), sheets)


def paper_of(report: AnnualReport, title: str, sheets: Sequence[Sheet], landscape: bool = False) -> Document:
    """A document of some of the report's tables; lying, a sheet holds nearly twice as many columns."""
    most = MOST_LYING if landscape else MOST_COLUMNS
    said = sentences(sheets)
    period = f"统计期为{date_text(report.first_on)}至{date_text(report.last_on)}。"
    blocks: list[Block] = [Paragraph(period)]
    for sheet in sheets:
        blocks += [Heading(sheet.title), *said.get(sheet.key, []), *_tables(sheet, most), *_picture(sheet)]
        blocks += [Paragraph(f"注：{sheet.note}")] if sheet.note else []
    edition = f"（第{report.edition}版）" if report.edition > 1 else ""
    return Document(
        title=title,
        landscape=landscape,
        subtitle=f"（数据截至{date_text(report.counted_on)}）{edition}",
        blocks=numbered(blocks),
        signature=Signature(report.issuer, report.counted_on, seal=True) if report.issuer else None,
        made_on=report.counted_on,
        author=report.issuer,
    )


def _tables(sheet: Sheet, most: int) -> Iterator[Block]:
    if not sheet.rows:
        yield Paragraph("没有这类事项。")
    places = range(0, len(sheet.columns), most) if sheet.rows else ()
    for number, start in enumerate(places):
        chosen = sheet.columns[start : start + most]
        yield _table(sheet, start, chosen, f"{sheet.title}{'（续）' if number else ''}")


def _table(sheet: Sheet, start: int, chosen: Sequence[Column], caption: str) -> Table:
    columns = [TableColumn(sheet.head, WIDE, "left"), *(_column(sheet, start + place) for place in range(len(chosen)))]
    rows = [
        [
            Cell(row.label, strong=row.is_total),
            *(
                Cell(text_of(column, row.cells[start + place]), strong=row.is_total)
                for place, column in enumerate(chosen)
            ),
        ]
        for row in sheet.rows
    ]
    return Table(columns, rows, caption=caption)


def _column(sheet: Sheet, place: int) -> TableColumn:
    column = sheet.columns[place]
    if column.kind != Kind.TEXT:
        return TableColumn(column.label, RATE if column.kind == Kind.RATE else FIGURE, "right")
    longest = max(setting.width(text_of(column, row.cells[place])) for row in sheet.rows)
    return TableColumn(column.label, min(max(longest / SIGNS, NARROWEST), WIDEST), "left")


def _picture(sheet: Sheet) -> Iterator[Picture]:
    values = chart_values(sheet)
    if len(values) >= FEWEST_BARS:
        unit = "%" if sheet.column(sheet.chart).kind == Kind.RATE else "件"
        yield bar_picture(f"{sheet.title}（{unit}）", [(_short(label), value) for label, value in values], unit=unit)


def _short(label: str) -> str:
    """A class is named by its letter: its meaning stands in the table."""
    return label.split("（")[0]
