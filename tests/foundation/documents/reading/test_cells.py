"""One cell as text."""

from datetime import date, datetime

import pytest

from foundation.documents.reading.cells import compact, is_blank, lines, person_name, split_names, text
from foundation.documents.reading.faults import CellFault
from foundation.documents.reading.phones import has_several, read_phone


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (12.0, "12"),
        (1960.02, "1960.02"),
        (10011696105.0, "10011696105"),
        ("第１选区", "第1选区"),
        ("区教育局（基教科）", "区教育局（基教科）"),
        (" 甲\u3000\u200b乙\n丙 ", "甲 乙 丙"),
        (date(2026, 2, 12), "2026-02-12"),
        (datetime(2026, 2, 12, 9, 30), "2026-02-12"),
        (True, "是"),
    ],
)
def test_text(value, shown):
    assert text(value) == shown


def test_compact_folds_brackets_and_blanks():
    assert compact("出生\n年月（公历）") == "出生年月(公历)"


def test_lines_keep_their_breaks():
    assert lines("区供电公司\n 区生态环境分局\n\n") == "区供电公司\n区生态环境分局"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("潘\u3000思", "潘思"),
        ("王 兰", "王兰"),
        ("王兰（女）", "王兰"),
        ("买买提（女，维吾尔族）", "买买提"),
        ("阿依努尔•买买提", "阿依努尔·买买提"),
        ("John  Smith", "John Smith"),
        (None, ""),
    ],
)
def test_names(value, name):
    assert person_name(value) == name


def test_several_names_in_a_cell():
    assert split_names("凤兰建，戚轩、陶　超\n邹春；") == ["凤兰建", "戚轩", "陶超", "邹春"]


@pytest.mark.parametrize(("value", "blank"), [("\u3000", True), (None, True), (0, False), ("无", False)])
def test_blank(value, blank):
    assert is_blank(value) is blank


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("100-9748-5622", "10097485622"),
        ("100 2951 5012", "10029515012"),
        ("１０００６５２９６３２", "10006529632"),
        (10011696105.0, "10011696105"),
        ("+86 138 0001 2345", "13800012345"),
        ("0564-4452357", "05644452357"),
        ("13800012345/0564-4452357", "13800012345"),
        (None, ""),
    ],
)
def test_telephones(value, number):
    assert read_phone(value) == number


@pytest.mark.parametrize("value", ["1000652963", "138000123456", "电话不详", "13800O12345"])
def test_what_is_no_telephone(value):
    with pytest.raises(CellFault, match="11位"):
        read_phone(value)


def test_several_telephones_are_noticed():
    assert has_several("13800012345、13900012345")
    assert not has_several("138-0001-2345")
