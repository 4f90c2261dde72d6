"""The tree as plain values: what typst reads as JSON, and what a page draws."""

from dataclasses import asdict
from typing import Any

from foundation.documents.writing import setting
from foundation.documents.writing.numbering import attachment_lines
from foundation.documents.writing.tree import Block, Document, Paragraph, Picture, Signature, Table
from foundation.web.chinese import date_text


def plain(document: Document) -> dict[str, Any]:
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
