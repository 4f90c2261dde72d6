"""A document as PDF/A with tags, set by typst. The text travels as data; nothing a user wrote is ever source."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from foundation.documents.writing import fonts, measures, setting
from foundation.documents.writing.plain import plain
from foundation.documents.writing.tree import Document

SOURCE = Path(__file__).with_name("official.typ")
# For the archive (PDF/A-2a) and for readers who listen (PDF/UA-1).
STANDARDS = ["a-2a", "ua-1"]


def to_pdf(document: Document) -> bytes:
    """The document as PDF. Raises NoChineseFont when no font here has Chinese glyphs."""
    data = {**plain(document), "fonts": fonts.chosen(), "measures": _measures()}
    data["letter_line_top"] = setting.letter_line_top()
    day = datetime(document.made_on.year, document.made_on.month, document.made_on.day, tzinfo=UTC)
    return compiler().compile(
        input=SOURCE.read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(day.timestamp()),
    )


@cache
def compiler() -> Any:
    """Kept between documents: the fonts are read once."""
    import typst  # noqa: PLC0415

    return typst.Compiler(font_paths=fonts.found())


def _measures() -> dict[str, float]:
    return {name.lower(): value for name, value in vars(measures).items() if isinstance(value, (int, float))}
