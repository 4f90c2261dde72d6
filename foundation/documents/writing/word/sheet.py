"""The sheet: size, margins, grid, page numbers."""

from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from foundation.documents.writing import measures
from foundation.documents.writing.tree import Document, HeadStyle
from foundation.documents.writing.word import ink


def set_up(word: Word, document: Document) -> None:
    """A4, margins 37/35/28/26 mm, 22 lines, page numbers outside."""
    section = word.sections[0]
    _size(section, document.landscape)
    _grid(section)
    _body_style(word)
    # The letter format leaves its first page without a number (10.1), and its lines stand there only.
    section.different_first_page_header_footer = bool(document.head and document.head.style == HeadStyle.LETTER)
    if document.page_numbers:
        word.settings.odd_and_even_pages_header_footer = True
        bottom = section.bottom_margin.mm
        _number(section.footer, "right", bottom)
        _number(section.even_page_footer, "left", bottom)


def _size(section: Section, landscape: bool) -> None:
    width, height = Mm(measures.PAGE_WIDTH), Mm(measures.PAGE_HEIGHT)
    margins = [measures.MARGIN_TOP, measures.MARGIN_RIGHT, measures.MARGIN_BOTTOM, measures.MARGIN_LEFT]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height, margins = height, width, margins[-1:] + margins[:-1]
    section.page_width, section.page_height = width, height
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.header_distance = Mm(15)
    section.footer_distance = Mm(_footer_distance(margins[2]))


def _footer_distance(bottom: float) -> float:
    """Where footers end, in millimetres from the lower edge: at the letter's lower line, lower where a sheet lies."""
    return min(measures.LETTER_LOW_LINE_BOTTOM, bottom - measures.PAGE_NUMBER_BELOW - measures.SMALL_ROOM)


def _grid(section: Section) -> None:
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    section._sectPr.append(ink.element("docGrid", type="lines", linePitch=str(round(measures.LINE_PITCH * 20))))


def _body_style(word: Word) -> None:
    """What somebody types into the file later looks like the rest."""
    style = word.styles["Normal"]
    style.font.name, style.font.size = ink.FANG, Pt(measures.BODY)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), ink.FANG)
    language = ink.element("lang", val="en-US", eastAsia="zh-CN")
    style.element.rPr.append(language)


def _number(footer: Any, side: str, bottom: float) -> None:
    """— 1 — in 4号 宋体, one character in from the outer edge (7.5)."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    # The template's footer style has tab stops and a size of its own.
    paragraph.style = None
    ink.layout(paragraph, side, **{side: 1}, pitch=measures.SMALL, size=measures.SMALL)
    ink.run(paragraph, "— ", ink.SONG, measures.SMALL)
    _field(paragraph, "PAGE")
    ink.run(paragraph, " —", ink.SONG, measures.SMALL)
    # The dash stands in the middle of a line of 14 pt, 7 mm below the text; the footer itself ends lower.
    lift = bottom - measures.PAGE_NUMBER_BELOW - _footer_distance(bottom)
    ink.run(ink.layout(footer.add_paragraph(), "left", pitch=measures.points(lift) - measures.SMALL / 2), "", size=1)


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", "code", "separate", "shown", "end"):
        made = ink.run(paragraph, "1" if kind == "shown" else "", ink.SONG, measures.SMALL)
        if kind == "code":
            instruction = ink.element("instrText")
            instruction.text = code
            made._element.append(instruction)
        elif kind != "shown":
            made._element.append(ink.element("fldChar", fldCharType=kind))
