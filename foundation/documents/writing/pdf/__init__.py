"""A document as PDF/A with tags, set by typst. The text travels as data; nothing a user wrote is ever source."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from foundation.documents.writing import fonts, measures, setting
from foundation.documents.writing.numbering import attachment_lines
from foundation.documents.writing.tree import Block, Document, Paragraph, Picture, Signature, Table
from foundation.web.chinese import date_text

SOURCE = Path(__file__).with_name("official.typ")
# For the archive (PDF/A-2a) and for readers who listen (PDF/UA-1).
STANDARDS = ["a-2a", "ua-1"]


def to_pdf(document: Document) -> bytes:
    """The document as PDF. Raises NoChineseFont when no font here has Chinese glyphs."""
    data = {**described(document), "fonts": fonts.chosen(), "measures": _measures()}
    data["letter_line_top"] = setting.letter_line_top()
    day = datetime(document.made_on.year, document.made_on.month, document.made_on.day, tzinfo=UTC)
    return _compiler().compile(
        input=SOURCE.read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(day.timestamp()),
    )


@cache
def _compiler() -> Any:
    """Kept between documents: the fonts are read once."""
    import typst  # noqa: PLC0415

    return typst.Compiler(font_paths=fonts.found())


def _measures() -> dict[str, float]:
    return {name.lower(): value for name, value in vars(measures).items() if isinstance(value, (int, float))}


def described(document: Document) -> dict[str, Any]:
    """The tree as plain values, with what both formats compute alike already computed."""
    return {
        "title": document.title,
        "title_lines": setting.title_lines(document.title),
        "subtitle": document.subtitle,
        "head": asdict(document.head) if document.head else None,
        "marks": list(document.marks),
        "addressee": document.addressee,
        "blocks": [row for block in document.blocks for row in _block(block)],
        "attachments": attachment_lines(document.attachments),
        "signature": _signature(document.signature) if document.signature else None,
        "note": document.note,
        "copies": list(document.copies),
        "printed": list(document.printed) if document.printed else None,
        "draft": document.draft,
        "landscape": document.landscape,
        "page_numbers": document.page_numbers,
        "author": document.author,
    }


def _block(block: Block) -> list[dict[str, Any]]:
    kind = {"kind": type(block).__name__.lower()}
    if isinstance(block, Paragraph):
        leads = [block.lead, *[""] * len(block.lines())]
        facts = {"align": block.align, "indent": block.indent}
        return [{**kind, **facts, "lead": lead, "text": line} for lead, line in zip(leads, block.lines(), strict=False)]
    if isinstance(block, Picture):
        return [{**kind, **asdict(block), "png": list(block.png)}]
    if isinstance(block, Table):
        return [{**kind, **_table(block)}]
    return [{**kind, **asdict(block)}]


def _table(block: Table) -> dict[str, Any]:
    rows = []
    for cells in block.cells():
        at, row = 0, []
        for cell in cells:
            row.append({**asdict(cell), "align": cell.align or block.columns[at].align})
            at += cell.span
        rows.append(row)
    columns = [asdict(column) for column in block.columns]
    return {
        "columns": columns,
        "rows": rows,
        "caption": block.caption,
        "row_height": block.row_height,
        "has_heading": block.has_heading,
    }


def _signature(signature: Signature) -> dict[str, Any]:
    body, day = setting.signature_indents(signature.organisation, signature.day)
    return {**asdict(signature), "day": date_text(signature.day), "body_indent": body, "day_indent": day}
