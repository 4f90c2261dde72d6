"""The .docx read back as Word reads it."""

from io import BytesIO

import pytest
from docx import Document as read
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from foundation.documents.writing import Document, Head, HeadStyle, Paragraph, bar_picture, write
from foundation.documents.writing.word.order import ORDERS
from tests.foundation.documents.writing.specimens import letter


@pytest.fixture(scope="module")
def word():
    return read(BytesIO(write(letter(), "docx")))


def parts(word):
    section = word.sections[0]
    return [word, section.first_page_header, section.first_page_footer, section.footer, section.even_page_footer]


def with_text(word, text):
    return next(row for row in word.paragraphs if text in row.text)


def test_paper_and_margins_are_those_of_the_standard(word):
    section = word.sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    for edge, wanted in zip(edges, (37, 35, 28, 26), strict=True):
        assert edge.mm == pytest.approx(wanted, abs=0.02)


def test_the_grid_holds_22_lines(word):
    grid = word.sections[0]._sectPr.find(qn("w:docGrid"))

    assert grid.get(qn("w:type")) == "lines"
    assert int(grid.get(qn("w:linePitch"))) / 20 == pytest.approx(28.95)
    assert int(Mm(297 - 37 - 35).pt // 28.95) == 22


def test_every_line_of_text_has_the_exact_pitch(word):
    body = [row for row in word.paragraphs if row.text.strip()]

    assert len(body) > 10
    assert {row.paragraph_format.line_spacing for row in body} == {Pt(28.95)}


def test_every_run_names_its_chinese_font_and_size(word):
    for part in parts(word):
        for row in part.paragraphs:
            for run in row.runs:
                fonts = run._element.rPr.rFonts
                assert fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:ascii")) == run.font.name
                assert run.font.size is not None


@pytest.mark.parametrize(
    ("text", "font", "size"),
    [
        ("关于示范区第六届", "方正小标宋简体", 22),
        ("林晓梅代表：", "仿宋_GB2312", 16),
        ("您提出的建议收悉", "仿宋_GB2312", 16),
        ("一、关于增设站点", "黑体", 16),
        ("（一）进展", "楷体_GB2312", 16),
        ("1.细节", "仿宋_GB2312", 16),
        ("A类", "黑体", 16),
        ("2026年4月12日", "仿宋_GB2312", 16),
    ],
)
def test_fonts_and_sizes(word, text, font, size):
    run = with_text(word, text).runs[0]

    assert (run.font.name, run.font.size) == (font, Pt(size))


def test_28_characters_fit_a_line(word):
    run = with_text(word, "您提出的建议收悉").runs[0]
    spacing = int(run._element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20

    assert 28 * (16 + spacing) <= Mm(156).pt < 29 * (16 + spacing)


def test_paragraphs_begin_two_characters_in(word):
    indent = with_text(word, "您提出的建议收悉")._p.pPr.find(qn("w:ind"))

    assert indent.get(qn("w:firstLineChars")) == "200"
    assert int(indent.get(qn("w:firstLine"))) == 630


def test_a_line_break_begins_a_new_paragraph_and_the_lead_stands_once(word):
    assert [run.font.name for run in with_text(word, "一是站点。").runs] == ["楷体_GB2312", "仿宋_GB2312"]
    assert with_text(word, "并已通车。").text == "并已通车。"


def test_page_numbers_stand_outside_and_not_on_a_letters_first_page(word):
    section = word.sections[0]

    assert word.settings.odd_and_even_pages_header_footer
    assert section.different_first_page_header_footer
    assert "PAGE" in section.footer._element.xml
    assert "PAGE" not in section.first_page_footer._element.xml
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (2, 0)
    assert odd.text.replace("1", "") == "—  —"
    assert {(run.font.name, run.font.size) for run in odd.runs} == {("宋体", Pt(14))}


def test_the_mark_is_red_and_its_lines_170_mm_long(word):
    header = word.sections[0].first_page_header
    mark, line = header.paragraphs

    assert mark.text == "示范区交通运输局"
    assert str(mark.runs[0].font.color.rgb) == "C00000"
    indents = line.paragraph_format.left_indent.mm + line.paragraph_format.right_indent.mm
    assert 156 - indents == pytest.approx(170, abs=0.1)
    assert [side.get(qn("w:sz")) for side in line._p.pPr.find(qn("w:pBdr"))] == ["18", "6"]


def test_a_table_repeats_its_heading_and_merges_cells(word):
    table = next(table for table in word.tables if table.cell(0, 0).text == "类别")

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(2, 1)._tc is table.cell(2, 2)._tc
    assert [round(column.width.mm) for column in table.columns] == [78, 39, 39]


def test_properties_stand_in_the_order_word_accepts(word):
    for part in parts(word):
        for tag, order in ORDERS.items():
            for properties in part._element.iter(tag):
                places = [order[child.tag] for child in properties]
                assert places == sorted(places)


def test_a_draft_says_so_on_every_page():
    word = read(BytesIO(write(letter(draft="草稿"), "docx")))
    section = word.sections[0]

    for header in (section.header, section.even_page_header, section.first_page_header):
        assert 'string="草稿"' in header._element.xml
    assert "草稿" not in "".join(row.text for row in word.paragraphs)


def test_a_file_head_and_a_sheet_laid_on_its_side():
    paper = letter(head=Head("示范区人民政府文件", "示政发〔2026〕1号", HeadStyle.FILE), landscape=True, marks=())
    word = read(BytesIO(write(paper, "docx")))

    assert round(word.sections[0].page_width.mm) == 297
    assert word.paragraphs[0].text == "示范区人民政府文件"
    assert not word.sections[0].different_first_page_header_footer


def test_a_picture_tells_what_it_shows():
    word = read(BytesIO(write(Document("图", [bar_picture("三年件数", [("2025年", 3)])]), "docx")))

    assert word.inline_shapes[0]._inline.docPr.get("descr") == "三年件数：2025年3件。"


def test_equal_documents_make_equal_files():
    assert write(letter(), "docx") == write(letter(), "docx")
    assert write(letter(), "docx") != write(letter(title="另一件"), "docx")


def test_control_characters_do_not_break_the_file():
    word = read(BytesIO(write(Document("题", [Paragraph("前\x00\x0b\x1f后\ufffe")]), "docx")))

    assert with_text(word, "前").text == "前后"
