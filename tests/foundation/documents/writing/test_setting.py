from datetime import date

import pytest

from foundation.documents.writing.numbering import attachment_lines, chinese, numbered
from foundation.documents.writing.setting import signature_indents, title_lines, width
from foundation.documents.writing.tree import Cell, Heading, Paragraph, Table, TableColumn


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")]
)
def test_chinese_numbers(number, text):
    assert chinese(number) == text


@pytest.mark.parametrize("number", [0, 100, -1])
def test_numbers_no_heading_has(number):
    with pytest.raises(ValueError):
        chinese(number)


def test_headings_are_numbered_inside_the_one_above():
    blocks = [
        Heading("甲"),
        Heading("子", 2),
        Heading("细", 3),
        Heading("丑", 2),
        Paragraph("文"),
        Heading("乙"),
        Heading("寅", 2),
    ]
    texts = [block.text for block in numbered(blocks)]

    assert texts == ["一、甲", "（一）子", "1.细", "（二）丑", "文", "二、乙", "（一）寅"]


def test_one_attachment_has_no_number():
    assert attachment_lines(["征询意见表"]) == ["征询意见表"]
    assert attachment_lines(["甲", "乙"]) == ["1.甲", "2.乙"]


def test_a_long_title_breaks_between_words_into_lines_alike():
    title = "关于示范区第六届人民代表大会第一次会议第23号建议的答复"
    lines = title_lines(title)

    assert "".join(lines) == title
    assert lines == ["关于示范区第六届人民代表大会", "第一次会议第23号建议的答复"]
    assert title_lines("短题") == ["短题"]


def test_no_line_of_a_title_begins_in_the_middle_of_a_meetings_name():
    assert title_lines("关于区五届人大五次会议第024号建议的答复")[1].startswith("第024号")


def test_a_very_long_title_never_leaves_the_line():
    title = "关于进一步加强老旧小区改造后续管理和服务保障工作切实提升居民群众获得感幸福感安全感的建议的答复"
    lines = title_lines(title)

    assert "".join(lines) == title
    assert max(map(width, lines)) <= 21
    assert not any(line.startswith(("的", "，")) for line in lines)


def test_the_body_is_centred_over_the_date():
    body, day = signature_indents("示范区交通运输局", date(2026, 4, 12))
    assert day == 4
    assert body + width("示范区交通运输局") / 2 == pytest.approx(4 + width("2026年4月12日") / 2)


def test_a_long_body_stays_inside_the_type_area():
    name = "示范区人民代表大会常务委员会代表工作委员会办公室"
    body, day = signature_indents(name, date(2026, 4, 12))
    assert body == 0
    assert day + width("2026年4月12日") / 2 == pytest.approx(width(name) / 2)


def test_a_table_row_that_does_not_cover_its_columns_is_refused():
    with pytest.raises(ValueError, match="covers all"):
        Table([TableColumn("甲"), TableColumn("乙")], [[Cell("一", 3)]])


def test_a_heading_has_three_levels():
    with pytest.raises(ValueError, match="level"):
        Heading("深", 4)
