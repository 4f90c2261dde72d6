"""What stands above the text: mark, number, red lines, class mark, title, addressee."""

from typing import Any

from docx.document import Document as Word
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from foundation.documents.writing import measures, setting
from foundation.documents.writing.tree import Document, Head, HeadStyle
from foundation.documents.writing.word import ink


def write(word: Word, document: Document) -> None:
    """Everything from the upper edge to the addressee."""
    if document.head:
        (_letter if document.head.style == HeadStyle.LETTER else _file)(word, document.head)
    for mark in document.marks:
        ink.run(ink.layout(word.add_paragraph(), "right", right=1), mark, ink.HEI)
    if document.head:
        _blank(word)
    _title(word, document)
    if document.addressee:
        ink.run(ink.layout(word.add_paragraph(), "left"), document.addressee)


def _letter(word: Word, head: Head) -> None:
    """Mark and lines are header and footer of the first page; the number stands 7/8 of a character below them."""
    section = word.sections[0]
    section.header_distance = Mm(measures.LETTER_MARK_TOP)
    first, foot = section.first_page_header, section.first_page_footer
    first.is_linked_to_previous = foot.is_linked_to_previous = False
    paragraph = first.paragraphs[0]
    paragraph.style = None
    _as_wide_as_the_lines(ink.layout(paragraph, "center", pitch=measures.MARK))
    _across(ink.run(paragraph, head.mark, ink.TITLE, measures.MARK, measures.RED), head.mark)
    upper = _line(first.add_paragraph(), (measures.THICK, measures.THIN))
    upper.paragraph_format.space_before = Mm(measures.LETTER_LINE_BELOW_MARK)
    foot.paragraphs[0].style = None
    _line(foot.paragraphs[0], (measures.THIN, measures.THICK))
    # The line of the number has its characters in the middle.
    above = measures.BODY * 7 / 8 - (measures.LINE_PITCH - measures.BODY) / 2
    ink.run(ink.layout(word.add_paragraph(), "left", pitch=above), "", ink.FANG, 1)
    ink.run(ink.layout(word.add_paragraph(), "right"), head.number)


def _across(run: Any, mark: str) -> None:
    """A long name is drawn together until it fits between the ends of the lines."""
    room = measures.points(measures.LETTER_LINE_WIDTH) / measures.MARK
    over = setting.width(mark) / room
    if over > 1:
        run._element.rPr.append(ink.element("w", val=str(int(100 / over))))


def _line(paragraph: Paragraph, weights: tuple[float, float]) -> Paragraph:
    """Two red lines 170 mm long: the upper and lower border of a paragraph two points high."""
    ink.layout(paragraph, "center", pitch=2)
    ink.run(paragraph, "", ink.SONG, 1)
    _as_wide_as_the_lines(paragraph)
    borders = ink.element("pBdr")
    for side, weight in zip(("top", "bottom"), weights, strict=True):
        borders.append(ink.element(side, val="single", sz=str(round(weight * 8)), space="0", color=measures.RED))
    paragraph._p.get_or_add_pPr().append(borders)
    return paragraph


def _as_wide_as_the_lines(paragraph: Paragraph) -> None:
    """170 mm: over both edges of the type area."""
    over = (measures.LETTER_LINE_WIDTH - setting.text_width(landscape=False)) / 2
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = -Mm(over)


def _file(word: Word, head: Head) -> None:
    """Mark 35 mm below the type area's edge, number two lines below in the middle, one red line 4 mm below that."""
    mark = ink.layout(word.add_paragraph(), "center", pitch=measures.TITLE * 2.2)
    mark.paragraph_format.space_before = Pt(measures.points(measures.FILE_MARK_BELOW_TYPE_AREA))
    _across(ink.run(mark, head.mark, ink.TITLE, measures.TITLE * 2, measures.RED), head.mark * 2)
    _blank(word)
    _blank(word)
    number = ink.layout(word.add_paragraph(), "center")
    ink.run(number, head.number)
    borders = ink.element("pBdr")
    space = str(round(measures.points(measures.FILE_LINE_BELOW_NUMBER)))
    borders.append(ink.element("bottom", val="single", sz="18", space=space, color=measures.RED))
    number._p.get_or_add_pPr().append(borders)
    _blank(word)


def _title(word: Word, document: Document) -> None:
    """方正小标宋 22 pt in the middle, one line of the grid each, one blank line below."""
    paragraph = ink.layout(word.add_paragraph(), "center", pitch=measures.LINE_PITCH)
    ink.outline(paragraph, 1)
    ink.run(paragraph, "\n".join(setting.title_lines(document.title)), ink.TITLE, measures.TITLE)
    if document.subtitle:
        ink.run(ink.layout(word.add_paragraph(), "center"), document.subtitle, ink.KAI)
    _blank(word)


def _blank(word: Word) -> None:
    ink.run(ink.layout(word.add_paragraph(), "left"), "")
