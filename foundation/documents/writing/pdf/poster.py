"""A poster for a wall with a QR code, A4 or A3, as PDF. The text travels as data, as in the official layout."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from foundation.documents.writing import fonts
from foundation.documents.writing.pdf import STANDARDS, compiler
from foundation.web.qr import qr_picture

SOURCE = Path(__file__).with_name("poster.typ")
SIZES = ("a4", "a3")


@dataclass(frozen=True)
class Poster:
    """`author` stands above, `title` is the large word, `lines` are set below the name, `calls` below the code."""

    author: str
    title: str
    name: str
    address: str
    lines: Sequence[str] = ()
    calls: Sequence[str] = ()
    size: str = "a4"


def poster_pdf(poster: Poster, made_on: date) -> bytes:
    """The poster as PDF. Raises NoChineseFont when no font here has Chinese glyphs."""
    words = f"{poster.title}：{poster.address}"
    data = {**asdict(poster), "fonts": fonts.chosen(), "code": qr_picture(poster.address), "code_words": words}
    day = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    return compiler().compile(
        input=SOURCE.read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(day.timestamp()),
    )
