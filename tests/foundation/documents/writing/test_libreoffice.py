"""The letter opened with LibreOffice is an official letter: measured on the printed pages (GB/T 9704-2012)."""

import pytest

from foundation.documents.writing import write
from foundation.documents.writing.setting import signature_indents
from tests.foundation.documents.writing.specimens import DAY, letter
from tests.rendering import opened_with_libreoffice, pages


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    return pages(opened_with_libreoffice(write(letter(), "docx"), folder), folder)


def test_a_full_page_has_22_lines_of_28_characters_inside_the_margins(seen):
    full = seen[1]
    text = [line for line in full.lines if set(line.text) == {"汉"}]

    assert (round(full.width), round(full.height)) == (210, 297)
    assert len(text) == 22
    assert {len(line.text) for line in text} == {28}
    assert full.pitch() == pytest.approx(28.95, abs=0.2)
    assert text[0].left == pytest.approx(28, abs=0.5)
    assert text[0].right == pytest.approx(184, abs=0.8)
    assert text[0].top >= 37 - 1
    assert text[-1].bottom <= 297 - 35 + 2


def test_the_first_page_is_a_letters(seen):
    first = seen[0]
    mark, number = first.containing("示范区交通运输局"), first.containing("示交函〔2026〕12")
    title, addressee = first.containing("关于示范区第六届"), first.containing("林晓梅代表：")

    assert mark.top == pytest.approx(30, abs=3)
    assert (mark.left + mark.right) / 2 == pytest.approx(105, abs=2)
    assert number.right == pytest.approx(184, abs=1)
    assert mark.bottom < number.top < first.containing("类").top < title.top < addressee.top
    assert (title.left + title.right) / 2 == pytest.approx(28 + 78, abs=2)
    assert addressee.left == pytest.approx(28, abs=0.5)


def test_sizes_of_title_and_text(seen):
    first = seen[0]
    title, line = first.containing("关于示范区第六届"), first.containing("您提出的建议收悉")

    assert (title.right - title.left) / 14 * 72 / 25.4 == pytest.approx(22, abs=0.3)
    assert line.left == pytest.approx(28 + 2 * 15.75 / 72 * 25.4, abs=0.5)


def test_the_signature_stands_four_characters_from_the_edge(seen):
    last = seen[-1]
    body, day = last.containing("示范区交通运输局"), last.containing("12日")

    # Their left ends depend on the figures of the font LibreOffice puts in place of 仿宋_GB2312.
    for line, indent in zip((body, day), signature_indents("示范区交通运输局", DAY), strict=True):
        assert line.right == pytest.approx(184 - indent * 15.75 / 72 * 25.4, abs=1.5)
    assert last.containing("联系人：冯磊").top > day.top
    assert last.containing("抄送：").top > last.containing("联系人：冯磊").top
