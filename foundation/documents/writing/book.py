"""A workbook to be kept: written by the one export writer, with nothing in it that changes from one day to the next."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

from foundation.documents.writing.archive import dateless
from foundation.web.export import Sheet, write_book

CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>'
)


def to_xlsx(sheets: Iterable[Sheet], *, made_on: date) -> bytes:
    """The sheets as one workbook; equal sheets and day make equal bytes."""
    raw = BytesIO()
    write_book(raw, sheets)
    return dateless(raw, {"docProps/core.xml": CORE.format(day=made_on.isoformat()).encode()})
