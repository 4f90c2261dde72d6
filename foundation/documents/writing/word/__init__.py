"""A document as .docx."""

from docx import Document as WordFile
from docx.document import Document as Word

from foundation.documents.writing.tree import Document
from foundation.documents.writing.word import blocks, head, settle, sheet, tail, watermark


def to_docx(document: Document) -> bytes:
    """The document as Word writes it: every run names its font, every line keeps the grid of the page."""
    word = WordFile()
    sheet.set_up(word, document)
    settle.name_fonts(word)
    head.write(word, document)
    blocks.write(word, document)
    tail.write(word, document)
    if document.draft:
        watermark.put(word, document.draft)
    return settle.save(word, document)


__all__ = ["Word", "to_docx"]
