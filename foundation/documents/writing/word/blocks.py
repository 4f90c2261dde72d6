"""The text between addressee and signature: headings, paragraphs, tables, pictures."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt

from foundation.documents.writing import measures, setting
from foundation.documents.writing.tree import (
    Block,
    Cell,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
)
from foundation.documents.writing.word import ink

HEADING_FONTS = {1: ink.HEI, 2: ink.KAI, 3: ink.FANG}


def write(word: Word, document: Document) -> None:
    """The blocks in their order."""
    for block in document.blocks:
        _WRITERS[type(block)](word, block, document)


def _heading(word: Word, block: Heading, document: Document) -> None:
    paragraph = ink.layout(word.add_paragraph(), "left", first=2)
    ink.run(paragraph, block.text, HEADING_FONTS[block.level])
    ink.outline(paragraph, block.level + 1)
    ink.keep_with_next(paragraph)


def _paragraph(word: Word, block: Paragraph, document: Document) -> None:
    for number, line in enumerate(block.lines()):
        made = ink.layout(word.add_paragraph(), block.align, first=2 if block.indent else 0)
        if block.lead and number == 0:
            ink.run(made, block.lead, ink.KAI)
        ink.run(made, line)


def _table(word: Word, block: Table, document: Document) -> None:
    if block.caption:
        caption = ink.layout(word.add_paragraph(), "center")
        ink.run(caption, block.caption, ink.HEI, measures.SMALL)
        ink.keep_with_next(caption)
    rows = block.cells()
    labels = (
        [[Cell(column.label, strong=True, align="center") for column in block.columns]] if block.has_heading else []
    )
    table = word.add_table(rows=len(labels) + len(rows), cols=len(block.columns))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(block, document.landscape)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row, cells in zip(table.rows, [*labels, *rows], strict=True):
        _row(row, cells, block, widths)
    if labels:
        table.rows[0]._tr.get_or_add_trPr().append(ink.element("tblHeader"))
    ink.run(ink.layout(word.add_paragraph(), "left", pitch=measures.TABLE_PITCH / 2), "", size=measures.TINY)


def _widths(block: Table, landscape: bool) -> list[float]:
    share = setting.text_width(landscape) / sum(column.width for column in block.columns)
    return [column.width * share for column in block.columns]


def _row(row: Any, cells: list[Cell], block: Table, widths: list[float]) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(ink.element("cantSplit"))
    if block.row_height:
        row.height = Mm(block.row_height)
    places = list(row.cells)
    at = 0
    for cell in cells:
        place = places[at] if cell.span == 1 else places[at].merge(places[at + cell.span - 1])
        place.width = Mm(sum(widths[at : at + cell.span]))
        _cell(place, cell, cell.align or block.columns[at].align)
        at += cell.span


def _cell(place: Any, cell: Cell, align: str) -> None:
    place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(cell.text.splitlines() or [""]):
        paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
        ink.layout(paragraph, align, pitch=measures.TABLE_PITCH)
        ink.run(paragraph, line, ink.HEI if cell.strong else ink.FANG, measures.TABLE)


def _picture(word: Word, block: Picture, document: Document) -> None:
    paragraph = word.add_paragraph()
    # An exact line pitch would cut the picture down to one line.
    paragraph.alignment = ink.ALIGN["center"]
    paragraph.paragraph_format.space_after = Pt(0)
    width = min(block.width, setting.text_width(document.landscape))
    shape = paragraph.add_run().add_picture(BytesIO(block.png), width=Mm(width))
    shape._inline.docPr.set("descr", block.alt)
    if block.caption:
        ink.keep_with_next(paragraph)
        ink.run(ink.layout(word.add_paragraph(), "center"), block.caption, ink.KAI, measures.SMALL)


def _page_break(word: Word, block: PageBreak, document: Document) -> None:
    ink.layout(word.add_paragraph(), "left").add_run()._element.append(ink.element("br", type="page"))


_WRITERS: dict[type[Block], Callable[[Word, Any, Document], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Table: _table,
    Picture: _picture,
    PageBreak: _page_break,
}
