from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from foundation.documents.figures import (
    Cell,
    Column,
    Kind,
    Row,
    Sheet,
    canonical,
    differences,
    digest,
    from_json,
    to_json,
)
from foundation.documents.figures.sheet import SMALL
from foundation.documents.figures.workbook import workbook

COLUMNS = (Column("count", "件数"), Column("rate", "满意率（%）", Kind.RATE), Column("title", "标题", Kind.TEXT))
DAY = date(2026, 11, 20)


def sheet(count: int = 2, **more: object) -> Sheet:
    cells = [Cell(count, "suggestion", tuple(range(1, count + 1))), Cell("66.67", "suggestion", (1, 2), 3), Cell("甲")]
    return Sheet("units", "按承办单位", "单位", COLUMNS, [Row("7", "教育局", cells, **more)], note="口径。")


def test_a_row_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="one cell for each column"):
        Sheet("units", "按承办单位", "单位", COLUMNS, [Row("7", "教育局", [Cell(1)])])


def test_cells_are_found_by_row_and_column():
    assert sheet().cell("7", "rate").base == 3
    for place in (("8", "rate"), ("7", "share")):
        with pytest.raises(KeyError):
            sheet().cell(*place)


def test_what_was_written_is_read_back():
    sheets = [sheet(), sheet(is_total=True)]
    assert from_json(to_json(sheets)) == [
        Sheet(one.key, one.title, one.head, list(one.columns), list(one.rows), one.note) for one in sheets
    ]


def test_equal_content_has_one_form_and_one_hash():
    assert canonical({"b": 1, "a": "教"}) == canonical({"a": "教", "b": 1}) == '{"a":"教","b":1}'.encode()
    assert digest(to_json([sheet()])) == digest(to_json([sheet()]))
    assert digest(to_json([sheet()])) != digest(to_json([sheet(3)]))


def test_differences_name_the_rows_that_came_and_went():
    (found,) = differences([sheet(2)], [sheet(3)])
    assert (found.row, found.column, found.was, found.now) == ("教育局", "件数", 2, 3)
    assert (found.came, found.went) == ({3}, set())
    assert differences([sheet()], [sheet()]) == []


def test_a_table_row_or_column_that_is_new_or_gone_is_a_difference():
    assert len(differences([], [sheet()])) == len(differences([sheet()], [])) == 3
    wider = Sheet("units", "按承办单位", "单位", [Column("x", "新栏")], [Row("7", "教育局", [Cell(0)])])
    assert {one.column for one in differences([sheet()], [wider])} == {"件数", "满意率（%）", "标题", "新栏"}


def test_the_workbook_has_typed_cells_and_the_same_bytes_every_time():
    content = workbook([sheet()], made_on=DAY)
    page = load_workbook(BytesIO(content))["1.按承办单位"]

    assert [cell.value for cell in page[2]] == ["教育局", 2, 66.67, "甲"]
    assert page["C2"].number_format == "0.00"
    assert page["A3"].value == "说明：口径。"
    assert content == workbook([sheet()], made_on=DAY)


def test_formulas_and_uncounted_rates_in_the_workbook():
    cells = [Cell(0), Cell(None, base=3, mark=SMALL), Cell("=1+1")]
    rows = [Row("7", "-教育局", cells), Row("8", "甲", [Cell(0), Cell(None), Cell("乙")])]
    page = load_workbook(BytesIO(workbook([Sheet("a", "a", "单位", COLUMNS, rows)], made_on=DAY))).worksheets[0]

    assert [cell.value for cell in page[2]] == ["'-教育局", 0, "基数过小", "'=1+1"]
    assert page["C3"].value == "—"
