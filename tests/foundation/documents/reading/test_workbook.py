"""Files of every kind as sheets of rows."""

import io
import zipfile

import openpyxl
import pytest

from foundation.documents.reading import workbook
from foundation.documents.reading.faults import UnreadableFile
from foundation.documents.reading.workbook import read_file, read_sheets


def saved(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_row_numbers_are_those_of_the_office():
    book = openpyxl.Workbook()
    book.active["B3"] = "甲"
    rows = read_sheets(saved(book), "a.xlsx")[0].rows
    assert [(row.number, row.filled) for row in rows] == [(1, []), (2, []), (3, [1])]
    assert rows[2].cell(1) == "甲"
    assert rows[2].cell(9) == ""


def test_hidden_sheets_stay_hidden():
    book = openpyxl.Workbook()
    book.create_sheet("旧表").sheet_state = "hidden"
    assert [sheet.name for sheet in read_sheets(saved(book), "a.xlsx")] == ["Sheet"]


def test_vertically_merged_cells_are_filled_down():
    book = openpyxl.Workbook()
    book.active["A1"] = "石桥镇"
    book.active["B2"] = "乙"
    book.active.merge_cells("A1:A2")
    assert [row.cell(0) for row in read_sheets(saved(book), "a.xlsx")[0].rows] == ["石桥镇", "石桥镇"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_lists_of_every_encoding_and_delimiter(encoding, delimiter):
    content = f"姓名{delimiter}备注\n王兰{delimiter}\n".encode(encoding)
    (sheet,) = read_sheets(content, "名册.csv")
    assert [row.cells for row in sheet.rows] == [("姓名", "备注"), ("王兰", "")]


def test_quoted_line_breaks_stay_in_their_cell():
    (sheet,) = read_sheets('单位\n"甲\n乙"\n'.encode(), "a.csv")
    assert sheet.rows[1].cell(0) == "甲\n乙"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b" \n", "空的"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"\xd0\xcf\x11\xe0 broken", "损坏"),
        (b"<html><body><table>", "网页"),
        (b"\xff\xfe\x00", "编码|不是电子表格"),
        (b"\x81", "编码"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        read_sheets(content, "名册.xls")


def test_a_document_is_no_workbook():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnreadableFile, match="另存为"):
        read_sheets(held.getvalue(), "名册.docx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 100)
    with pytest.raises(UnreadableFile, match="过大"):
        read_sheets(saved(openpyxl.Workbook()), "a.xlsx")


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    with pytest.raises(UnreadableFile, match="3行"):
        read_sheets(b"a\nb\nc\n", "a.csv")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="找不到文件"):
        read_file(tmp_path / "缺.xlsx")
