"""Telephone numbers as rosters hold them."""

import re
from typing import Any

from foundation.accounts.phones import normalise_phone
from foundation.documents.reading.cells import text
from foundation.documents.reading.faults import CellFault

# Shape only: which mobile prefixes are in use changes faster than any list of them.
_MOBILE = re.compile(r"1\d{10}")
_LANDLINE = re.compile(r"(?:0\d{2,3})?[2-9]\d{6,7}")


def read_phone(value: Any) -> str:
    """Bare digits of a mobile (11 digits) or a fixed line (with or without area code); "" for a blank cell.

    Of several numbers in one cell the first is taken. CellFault for anything else.
    """
    shown = text(value)
    if not shown:
        return ""
    first = normalise_phone(re.split(r"[/、，,;；]", shown)[0])
    if _MOBILE.fullmatch(first) or _LANDLINE.fullmatch(first):
        return first
    digits = sum(character.isdigit() for character in first)
    raise CellFault(
        f"“{shown}”不是有效的电话号码（现有{digits}位数字）：手机号应为11位，固定电话请带区号，请核对后改正。"
    )


def has_several(value: Any) -> bool:
    """Whether more than one number stands in the cell."""
    return len([part for part in re.split(r"[/、，,;；]", text(value)) if part.strip()]) > 1
