"""Arithmetic of the page that both formats share: where titles break, how far signatures stand from the edge."""

import unicodedata
from datetime import date

from foundation.documents.writing import measures
from foundation.web.chinese import date_text

# A title line must not begin with these.
CLINGING = "的会、，。；：？！”’）》〉」』】〕号届次"


def width(text: str) -> float:
    """Width of a text in full characters; what is half as wide counts half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def title_lines(title: str, room: float = 19.0) -> list[str]:
    """The title in lines of nearly equal length that break between words (7.3.1: 词意完整、排列对称)."""
    if width(title) <= room:
        return [title]
    import rjieba  # noqa: PLC0415

    lines, rest = [], title
    for left in range(-int(-width(title) // room), 1, -1):
        cut = _cut(rest, width(rest) / left, rjieba.cut(rest))
        lines.append(rest[:cut])
        rest = rest[cut:]
    return [*lines, rest]


def _cut(text: str, wanted: float, words: list[str]) -> int:
    """The boundary between words nearest to `wanted` characters."""
    boundaries, at = [], 0
    for word in words[:-1]:
        at += len(word)
        if text[at] not in CLINGING:
            boundaries.append(at)
    return min(boundaries, key=lambda place: abs(width(text[:place]) - wanted), default=len(text) // 2)


def signature_indents(organisation: str, day: date | None) -> tuple[float, float]:
    """How far the right ends of body and date stand from the right edge, in characters (7.3.5.1).

    The date keeps four characters free and the body stands centred over it; a body so long that it would leave the type
    area pushes the date inwards instead.
    """
    body, written = width(organisation), width(date_text(day))
    indent = 4 + (written - body) / 2
    return (indent, 4.0) if indent >= 0 else (0.0, (body - written) / 2)


def letter_line_top() -> float:
    """Where the letter's upper double line begins, in millimetres from the upper edge of the paper (10.1)."""
    return measures.LETTER_MARK_TOP + measures.MARK / measures.POINTS_PER_MM + measures.LETTER_LINE_BELOW_MARK


def text_width(landscape: bool) -> float:
    """Width of the type area in millimetres."""
    across = measures.PAGE_HEIGHT if landscape else measures.PAGE_WIDTH
    sides = (
        (measures.MARGIN_TOP, measures.MARGIN_BOTTOM) if landscape else (measures.MARGIN_LEFT, measures.MARGIN_RIGHT)
    )
    return across - sum(sides)
