"""Tracking number and query code: what somebody without an account comes back with. Pure but for the house's key."""

import hmac
import re
import unicodedata

from foundation.vault.lookup import lookup_hash

# Crockford's: no I, L, O, U. 8 of 32 signs are 2⁴⁰ codes for each number.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_MISTAKEN = str.maketrans("OIL", "011")
_NOISE = re.compile(r"[\s\-‐‑–—－_.·]+")
_NUMBER = re.compile(r"^\D{0,2}[〔\[(（【]?(\d{4})[〕\])）】]?(?:第)?(\d{1,9})号?$")


def code_of(token: str) -> str:
    """The query code of the form with this token: whoever sends one form twice gets the same code twice."""
    drawn = int(lookup_hash(token, "intake.code"), 16)
    signs = []
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def grouped(code: str) -> str:
    """As it is shown and printed: "7Q3M-K9TX"."""
    return f"{code[:4]}-{code[4:]}"


def plain_code(typed: str) -> str:
    """The code as people type it, made plain: full-width signs, blanks, small letters, O for 0, I or l for 1."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", typed)).upper().translate(_MISTAKEN)


def plain_number(typed: str) -> str:
    """Year and serial as kept, "2026-000123", of "信〔2026〕000123", "2026 123", "2026000123"; "" for anything else."""
    bare = re.sub(r"[\s　]+", "", unicodedata.normalize("NFKC", typed)).replace("-", "")
    found = _NUMBER.match(bare)
    return f"{found[1]}-{int(found[2]):06d}" if found else ""


def code_hash(number: str, code: str) -> str:
    """What is kept of the code: a keyed hash bound to its number."""
    return lookup_hash(f"{number}\0{code}", "intake.code_of_number")


def matches(kept: str, number: str, code: str) -> bool:
    """Whether `code` belongs to the number; takes as long for a right one as for a wrong one."""
    return hmac.compare_digest(kept, code_hash(number, code))
