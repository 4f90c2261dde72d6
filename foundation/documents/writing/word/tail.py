"""What stands below the text: attachments, signature, note, copy list."""

from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from foundation.documents.writing import measures, setting
from foundation.documents.writing.numbering import attachment_lines
from foundation.documents.writing.tree import Document, Signature
from foundation.documents.writing.word import ink
from foundation.web.chinese import date_text

SEAL_ROOM = 3  # blank lines for a seal of 42 mm that reaches over body and date (7.3.5.1)


def write(word: Word, document: Document) -> None:
    """Everything from 附件 down."""
    if document.attachments:
        _attachments(word, document)
    if document.signature:
        # 7.3.5.5: no page that carries a signature and nothing else.
        ink.keep_with_next(word.paragraphs[-1])
        _signature(word, document.signature)
    if document.note:
        ink.keep_with_next(word.paragraphs[-1])
        ink.run(ink.layout(word.add_paragraph(), "left", first=2), f"（{document.note}）")
    if document.copies or document.printed:
        _copies(word, document)


def _attachments(word: Word, document: Document) -> None:
    _kept(word, "", 0)
    for number, line in enumerate(attachment_lines(document.attachments)):
        paragraph = ink.layout(word.add_paragraph(), "left", left=2 if number == 0 else 5)
        ink.run(paragraph, f"附件：{line}" if number == 0 else line)
        ink.keep_with_next(paragraph)


def _signature(word: Word, signature: Signature) -> None:
    body, day = setting.signature_indents(signature.organisation, signature.day)
    for _ in range(SEAL_ROOM if signature.seal else 1):
        _kept(word, "", 0)
    if signature.signatory:
        _kept(word, signature.signatory, 4)
    _kept(word, signature.organisation, body)
    ink.run(ink.layout(word.add_paragraph(), "right", right=day), date_text(signature.day))


def _kept(word: Word, text: str, right: float) -> None:
    paragraph = ink.layout(word.add_paragraph(), "right", right=right)
    ink.run(paragraph, text)
    ink.keep_with_next(paragraph)


def _copies(word: Word, document: Document) -> None:
    """抄送 and 印发 in 4号 between lines, on the lowest lines of the last page (7.4): a table held at the foot."""
    rows = [f"抄送：{'，'.join(document.copies)}。"] if document.copies else []
    if document.printed:
        rows.append(f"{document.printed[0]}\t{document.printed[1]}印发")
    table = word.add_table(rows=len(rows), cols=1)
    width = setting.text_width(document.landscape)
    table.autofit, table.columns[0].width = False, Mm(width)
    _at_foot(table)
    for number, (row, text) in enumerate(zip(table.rows, rows, strict=True)):
        cell = row.cells[0]
        cell.width = Mm(width)
        _lines(cell, first=number == 0, last=number == len(rows) - 1)
        paragraph = ink.layout(cell.paragraphs[0], "left", left=1, right=1, size=measures.SMALL)
        if "\t" in text:
            # The cell keeps 0.19 cm free at either side; the day ends one character before its right edge.
            stop = Mm(width - 3.8) - Pt(measures.SMALL)
            paragraph.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
        ink.run(paragraph, text, ink.FANG, measures.SMALL)
    ink.hair(word)


def _at_foot(table: Table) -> None:
    place = ink.element("tblpPr", vertAnchor="margin", horzAnchor="margin", tblpXSpec="center", tblpYSpec="bottom")
    # The place of a table stands second in its properties, after the style.
    table._tbl.tblPr.insert(1, place)


def _lines(cell: _Cell, *, first: bool, last: bool) -> None:
    borders = ink.element("tcBorders")
    outer, inner = _eighths(measures.COPY_LINE), _eighths(measures.COPY_LINE_BETWEEN)
    borders.append(ink.element("top", val="single", sz=outer if first else inner, space="0", color="000000"))
    if last:
        borders.append(ink.element("bottom", val="single", sz=outer, space="0", color="000000"))
    cell._tc.get_or_add_tcPr().append(borders)


def _eighths(millimetres: float) -> str:
    return str(round(measures.points(millimetres) * 8))
