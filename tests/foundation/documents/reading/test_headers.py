"""Finding the header and what its words mean."""

import pytest

from foundation.documents.reading.headers import IGNORE, Meaning, find_header, plain
from foundation.documents.reading.workbook import Row, Sheet

MEANINGS = (
    Meaning("name", "姓名", ("姓名", "代表姓名"), required=True),
    Meaning("birth", "出生年月", ("出生年月", "出生日期", "出生")),
    Meaning("employer", "工作单位及职务", ("工作单位及职务", "工作单位", "单位")),
    Meaning("title", "职务", ("职务", "现任职务")),
    Meaning("phone", "联系电话", ("联系电话", "手机", "电话")),
)


def sheet(*rows) -> Sheet:
    return Sheet("名册", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))


def test_title_rows_are_passed_over():
    header = find_header(sheet(["示范区代表名册"], [], ["姓　名", "出生\n年月"], ["王兰", "1975.08"]), MEANINGS)
    assert (header.row, header.columns) == (3, {"name": 0, "birth": 1})
    assert header.title("birth") == "出生年月"


def test_order_does_not_matter():
    assert find_header(sheet(["电话", "", "姓名"]), MEANINGS).columns == {"phone": 0, "name": 2}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("代表姓名", "name"),
        ("出生日期(年月)", "birth"),
        ("现工作单位及职务", "employer"),
        ("职务", "title"),
        ("单位", "employer"),
        ("手机号", "phone"),
        ("联系电话*", "phone"),
    ],
)
def test_words_of_other_offices(word, key):
    assert key in find_header(sheet([word, "姓名" if key != "name" else "电话"]), MEANINGS).columns


def test_an_unknown_word_is_a_doubt_with_a_guess():
    header = find_header(sheet(["姓名", "电话", "出身年月", "照片"]), MEANINGS)
    assert [(doubt.header, doubt.guess) for doubt in header.doubts] == [("出身年月", "birth"), ("照片", "")]


def test_the_same_word_twice_is_a_fault():
    assert find_header(sheet(["姓名", "电话", "电话"]), MEANINGS).twice == [("phone", 1, 2)]


def test_the_better_of_two_words_is_taken_and_the_other_asked_about():
    header = find_header(sheet(["姓名", "办公电话", "联系电话"]), MEANINGS)
    assert header.columns["phone"] == 2
    assert [doubt.header for doubt in header.doubts] == ["办公电话"]


def test_answers_win_over_words():
    header = find_header(sheet(["姓名", "电话", "照片"]), MEANINGS, {"照片": "birth", "电话": IGNORE})
    assert header.columns == {"name": 0, "birth": 2}


def test_a_group_row_below_is_no_second_header_row():
    header = find_header(sheet(["姓名", "电话", "单位"], ["一、甲单位（21名）", "", ""], ["王兰", "1", "甲"]), MEANINGS)
    assert header.last_row == 1


def test_two_rows_under_a_spanning_heading():
    header = find_header(sheet(["姓名", "其他情况", "", "电话"], ["", "出生年月", "职务", ""]), MEANINGS)
    assert (header.columns, header.last_row) == ({"name": 0, "birth": 1, "title": 2, "phone": 3}, 2)


def test_a_sheet_without_header():
    assert find_header(sheet(["甲", "乙"], ["丙", "丁"]), MEANINGS) is None


def test_missing_columns_are_told():
    header = find_header(sheet(["出生年月", "电话"]), MEANINGS)
    assert [meaning.key for meaning in header.missing(MEANINGS)] == ["name"]


def test_marks_and_brackets_do_not_count():
    assert plain("出生年月（公历）*：") == "出生年月"
