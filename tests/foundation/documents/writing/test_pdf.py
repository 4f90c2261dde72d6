"""The PDF as a reader sees it."""

import pytest

from foundation.documents.writing import (
    Document,
    NoChineseFont,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
    fonts,
    pdf_refusal,
    write,
)
from tests.foundation.documents.writing.specimens import letter
from tests.rendering import pages


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    return pages(write(letter(), "pdf"), tmp_path_factory.mktemp("pdf"))


def test_a_full_page_has_22_lines_of_28_characters(seen):
    full = seen[1]
    text = [line for line in full.lines if set(line.text) == {"汉"}]

    assert (round(full.width), round(full.height)) == (210, 297)
    assert len(text) == 22
    assert {len(line.text) for line in text} == {28}
    assert full.pitch() == pytest.approx(28.95, abs=0.1)
    assert text[0].left == pytest.approx(28, abs=0.3)
    assert text[0].right == pytest.approx(184, abs=0.8)
    assert text[0].top == pytest.approx(37, abs=2)


def test_page_numbers_stand_outside_and_not_on_a_letters_first_page(seen):
    assert "—1—" not in seen[0].lines[-1].text.replace(" ", "")
    even, odd = seen[1].lines[-1], seen[2].lines[-1]
    assert (even.text, odd.text) == ("—2—", "—3—")
    assert even.left < 60 < 150 < odd.right
    assert even.middle == pytest.approx(297 - 35 + 7, abs=1.5)


def test_what_users_write_is_never_source(tmp_path):
    hostile = '#sys.inputs $x$ *a* _b_ `c` <d> @e \\ "f" // g /* h */ #panic("i")'
    (page,) = pages(write(Document("题", [Paragraph(hostile)]), "pdf"), tmp_path)

    assert hostile.replace(" ", "") in "".join(line.text for line in page.lines[1:]).replace("&lt;", "<").replace(
        "&gt;", ">"
    ).replace("&quot;", '"').replace("&amp;", "&")


def test_a_row_is_at_least_as_high_as_asked_and_grows_with_its_text(tmp_path):
    long = "办理情况" * 30
    table = Table([TableColumn(""), TableColumn("")], [["甲", "一"], ["乙", long], ["丙", "三"]], row_height=20)
    (page,) = pages(write(Document("题", [table]), "pdf"), tmp_path)
    first, second, third = (page.containing(word).middle for word in "甲乙丙")

    assert second - first >= 20
    assert third - second >= 20
    assert "".join(line.text for line in page.lines).count("办理情况") >= 20


def test_a_draft_says_so_and_a_page_break_breaks(tmp_path):
    paper = Document("题", [Paragraph("前"), PageBreak(), Paragraph("后")], draft="草稿")
    first, second = pages(write(paper, "pdf"), tmp_path)

    for page in (first, second):
        assert any("草" in line.text for line in page.lines)
    assert any("后" in line.text for line in second.lines)


def test_equal_documents_make_equal_files():
    assert write(letter(), "pdf") == write(letter(), "pdf")


def test_without_a_chinese_font_it_says_so(monkeypatch):
    monkeypatch.setattr(fonts, "found", lambda: type("Fonts", (), {"families": lambda self: ["DejaVu Sans"]})())

    with pytest.raises(NoChineseFont, match="先下载 Word 文档"):
        write(letter(), "pdf")
    assert "fonts-noto-cjk" in pdf_refusal()
