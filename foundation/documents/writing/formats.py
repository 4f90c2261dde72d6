"""The one door of the writers: a document and a format in, bytes out."""

from foundation.documents.writing.pdf import to_pdf
from foundation.documents.writing.tree import Document
from foundation.documents.writing.word import to_docx

DOCX, PDF = "docx", "pdf"
FORMATS = {DOCX: "Word 文档", PDF: "PDF"}
_WRITERS = {DOCX: to_docx, PDF: to_pdf}
_MEDIA = {
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "application/pdf",
}


def write(document: Document, format: str) -> bytes:
    """The document as a file. Equal documents make equal bytes, as long as the same fonts and versions are installed.

    Raises NoChineseFont for a PDF on a machine without Chinese fonts, KeyError for a format not in FORMATS.
    """
    return _WRITERS[format](document)


def media_type(format: str) -> str:
    """The MIME type of a format."""
    return _MEDIA[format]
