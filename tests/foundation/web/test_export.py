"""The one way out: guarded against formulas, typed, and the same rows in both formats."""

import csv
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from foundation.web import export
from foundation.web.tables import Column


@dataclass(frozen=True)
class Row:
    title: object
    number: object = 7
    day: object = date(2026, 2, 12)
    at: object = datetime(2026, 2, 12, 6, 3, tzinfo=UTC)


COLUMNS = (
    Column("标题", "title", primary=True),
    Column("件数", "number", kind="number"),
    Column("日期", "day", kind="date"),
    Column("时间", "at", kind="datetime"),
)
ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", '=HYPERLINK("http://x")']


def as_csv(rows) -> list[list[str]]:
    text = "".join(export._csv_lines(COLUMNS, rows))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def as_sheet(rows):
    file = io.BytesIO()
    export.write_xlsx(file, COLUMNS, rows)
    return load_workbook(io.BytesIO(file.getvalue())).active


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_formula_leaves_as_text(attack):
    assert as_csv([Row(attack)])[1][0].startswith("'")
    cell = as_sheet([Row(attack)]).cell(2, 1)
    assert cell.value.startswith("'")
    assert cell.data_type == "s"


@given(st.text(max_size=30))
def test_no_text_at_all_reaches_a_file_unguarded(text):
    assert not export.guarded(text).lstrip(" ").startswith(export.DANGEROUS)


@given(st.text(alphabet="关于老旧小区（）《》，。0123456789abc", max_size=30))
def test_ordinary_text_leaves_as_it_is(text):
    assert export.guarded(text) == text


def test_each_column_keeps_its_type():
    sheet = as_sheet([Row("0501001")])
    title, number, day, at = (sheet.cell(2, column) for column in range(1, 5))

    assert (title.value, title.number_format) == ("0501001", "@")
    assert (number.value, number.data_type) == (7, "n")
    assert (day.value.date(), day.number_format) == (date(2026, 2, 12), "yyyy-mm-dd")
    # 06:03 UTC is 14:03 in Shanghai.
    assert at.value == datetime(2026, 2, 12, 14, 3)
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(1, 1).font.bold


def test_a_number_column_does_not_let_text_through_unguarded():
    assert as_csv([Row("题", number="=1")])[1][1] == "'=1"


def test_nothing_true_and_control_characters():
    rows = as_csv([Row(None, number=True), Row("坏\x00字\x1f")])

    assert rows[1][:2] == ["", "是"]
    assert rows[2][0] == "坏字"
    assert as_sheet([Row("坏\x00字")]).cell(2, 1).value == "坏字"


def test_csv_writes_dates_as_a_machine_reads_them():
    assert as_csv([Row("题")])[1][2:] == ["2026-02-12", "2026-02-12 14:03"]


def test_a_workbook_prints_as_wide_as_the_paper_with_its_headings_on_every_page():
    raw = io.BytesIO()
    columns = [
        Column("标题", lambda row: row[0], primary=True),
        Column("办理态度满意率（不含基本满意）", lambda row: row[1], kind="number"),
    ]
    export.write_book(raw, [export.Sheet("表", columns, [("甲", "基数过小")])])

    sheet = load_workbook(raw)["表"]

    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.row_dimensions[1].height > 2 * 15
    assert sheet["B2"].alignment.horizontal == "right"
    assert sheet["A2"].border.left.style == "thin"
