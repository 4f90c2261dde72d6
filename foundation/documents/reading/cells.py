"""One cell as text: what people type with a Chinese keyboard, brought into one form."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

_FULL_WIDTH = {ord(full): chr(ord(full) - 0xFEE0) for full in "０１２３４５６７８９" + "".join(
    chr(start + n) for start in (0xFF21, 0xFF41) for n in range(26)
)}  # fmt: skip
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060"))
_NAME_NOTE = re.compile(r"[（(](?:[男女]|[^（()）]{1,6}族|[,，、\s])+[)）]$")
_DOTS = str.maketrans("•・‧∙●", "·····")


def text(value: Any) -> str:
    """A cell as one line of text. Full-width digits and letters become half-width, Chinese punctuation stays.

    Whole numbers lose their ".0"; dates are written 2026-02-12; nothing is an empty string.
    """
    if value is None or isinstance(value, bool):
        return "" if value is None else ("是" if value else "否")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    return " ".join(str(value).translate(_FULL_WIDTH).translate(_INVISIBLE).split())


def compact(value: Any) -> str:
    """A cell without any blank, compatibility forms folded: for codes, numbers, header words and comparisons."""
    return "".join(unicodedata.normalize("NFKC", text(value)).split())


def lines(value: Any) -> str:
    """A cell whose line breaks matter: `text` applied to each line."""
    return "\n".join(part for part in (text(line) for line in str(value or "").splitlines()) if part)


def person_name(value: Any) -> str:
    """A name without the wide space of two-character names and without a note like （女） behind it."""
    plain = _NAME_NOTE.sub("", text(value)).translate(_DOTS)
    has_latin = re.search(r"[A-Za-z]", plain)
    return plain.strip() if has_latin else "".join(plain.split())


def split_names(value: Any) -> list[str]:
    """Several names in one cell, parted by commas, 、, semicolons or line breaks."""
    parts = re.split(r"[、，,;；/\n\r]+", str(value or ""))
    return [name for name in map(person_name, parts) if name]


def is_blank(value: Any) -> bool:
    """Whether nothing readable stands in the cell."""
    return not text(value)
