"""Telephone numbers as people type them."""

import re
import unicodedata

_DECORATION = re.compile(r"[\s\-‐‑–—ー()（）.]+")
_COUNTRY = re.compile(r"^(?:\+86|0086|86(?=1\d{10}$))")
_MOBILE = re.compile(r"^1[3-9]\d{9}$")
_LANDLINE = re.compile(r"^0?\d{7,12}$")


def normalise_phone(typed: str) -> str:
    """The bare digits: full-width digits, spaces, dashes and +86 are accepted; what is no number is left as it is."""
    bare = _DECORATION.sub("", unicodedata.normalize("NFKC", typed or ""))
    return _COUNTRY.sub("", bare)


def is_mobile(number: str) -> bool:
    """Whether a normalised number is a mainland mobile number (11 digits from 13 to 19)."""
    return bool(_MOBILE.match(number))


def is_phone(number: str) -> bool:
    """Whether a normalised number is a mobile or a fixed line with or without area code."""
    return is_mobile(number) or bool(_LANDLINE.match(number))


def masked(number: str) -> str:
    """138****1234; shorter numbers keep their last two digits; an empty string stays empty."""
    return f"{number[:3]}****{number[-4:]}" if len(number) > 7 else "****" + number[-2:] if number else ""
