from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from foundation.documents.writing import bar_picture, column_picture, to_xlsx
from foundation.web.export import Sheet
from foundation.web.tables import Column

COLUMNS = [Column("类别", lambda row: row[0]), Column("件数", lambda row: row[1], kind="number")]
SHEETS = [Sheet("按类别", COLUMNS, [("城建", 69), ("=1+1", 2)]), Sheet("满意率[含基本满意]/全部", COLUMNS, [])]
DAY = date(2026, 12, 1)


def test_every_sheet_has_its_name_its_header_and_guarded_rows():
    book = load_workbook(BytesIO(to_xlsx(SHEETS, made_on=DAY)))

    assert book.sheetnames == ["按类别", "满意率含基本满意全部"]
    assert list(book["按类别"].values) == [("类别", "件数"), ("城建", 69), ("'=1+1", 2)]
    assert book.properties.created.date() == DAY


def test_equal_sheets_make_equal_files():
    assert to_xlsx(SHEETS, made_on=DAY) == to_xlsx(SHEETS, made_on=DAY)


def test_charts_tell_their_figures_and_are_drawn_alike():
    rows = [("城建环资", 69), ("教科文卫", 40)]
    first, again = bar_picture("分类情况", rows), bar_picture("分类情况", rows)

    assert first == again
    assert first.alt == "分类情况：城建环资69件，教科文卫40件。"
    columns = column_picture("两年比较", ["城建", "农业"], [("2025年", [3, 4]), ("2026年", [5, 6])])
    assert "城建2026年5件" in columns.alt
    assert columns.png.startswith(b"\x89PNG")
