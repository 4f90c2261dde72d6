"""Official documents (GB/T 9704-2012): one description of a document, written as Word and as PDF."""

from foundation.documents.writing.book import to_xlsx
from foundation.documents.writing.downloading import download
from foundation.documents.writing.fonts import NoChineseFont, pdf_refusal
from foundation.documents.writing.formats import DOCX, FORMATS, PDF, media_type, write
from foundation.documents.writing.numbering import numbered
from foundation.documents.writing.pictures import bar_picture, column_picture
from foundation.documents.writing.plain import plain
from foundation.documents.writing.tree import (
    Block,
    Cell,
    Document,
    Head,
    Heading,
    HeadStyle,
    PageBreak,
    Paragraph,
    Picture,
    Signature,
    Table,
    TableColumn,
)

__all__ = [
    "DOCX",
    "FORMATS",
    "PDF",
    "Block",
    "Cell",
    "Document",
    "Head",
    "HeadStyle",
    "Heading",
    "NoChineseFont",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Signature",
    "Table",
    "TableColumn",
    "bar_picture",
    "column_picture",
    "download",
    "media_type",
    "numbered",
    "pdf_refusal",
    "plain",
    "to_xlsx",
    "write",
]
