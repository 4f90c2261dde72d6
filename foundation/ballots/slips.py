"""What lies in a ballot box while it is open: pure text of one length, in no order of time.

A slip is one member's choice on one line of the paper. The slips of a line and the receipts are kept sorted, each line
for itself, so that neither the order of casting nor one member's choices side by side can be read from them. Empty
places are filled up: the text has the same length from the first vote to the last, whatever was chosen.
"""

import hashlib
import secrets
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass, replace

CODES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BLANK, PLACE, ROW = "-", ".", "\n"
RECEIPT_LETTERS = 12


@dataclass(frozen=True)
class Slips:
    """`lines`: the choices of each line, as numbers of the grade (None for none). `places`: how many may vote."""

    places: int
    lines: tuple[tuple[int | None, ...], ...]
    receipts: tuple[str, ...] = ()

    @property
    def papers(self) -> int:
        """How many have voted."""
        return len(self.receipts)

    def with_paper(self, choices: Sequence[int | None], receipt: str) -> "Slips":
        """One more paper. ValueError when it has not a choice for each line, or the box is full."""
        if self.papers >= self.places:
            raise ValueError("the box is full")
        pairs = zip(self.lines, choices, strict=True)
        return replace(self, lines=tuple((*line, choice) for line, choice in pairs), receipts=(*self.receipts, receipt))

    def written(self) -> str:
        """The text to be sealed."""
        rows = ["".join(sorted(_code(choice) for choice in line)).ljust(self.places, PLACE) for line in self.lines]
        receipts = "".join(sorted(self.receipts)).ljust(self.places * RECEIPT_LETTERS, PLACE)
        return ROW.join([*rows, receipts])


def empty(lines: int, places: int) -> Slips:
    """The box before the first vote."""
    return Slips(places, tuple(() for _ in range(lines)))


def read(text: str) -> Slips:
    """The slips of a text that `written()` made."""
    *rows, receipts = text.split(ROW)
    known = receipts.rstrip(PLACE)
    codes = range(0, len(known), RECEIPT_LETTERS)
    lines = tuple(tuple(_choice(code) for code in row.rstrip(PLACE)) for row in rows)
    places = len(receipts) // RECEIPT_LETTERS
    return Slips(places, lines, tuple(known[at : at + RECEIPT_LETTERS] for at in codes))


def receipt_of(ballot: object, token: str) -> str:
    """The receipt that a voter's own random token gives; sent again, the same token gives the same receipt."""
    digest = hashlib.sha256(f"{ballot}:{token}".encode()).digest()
    return b32encode(digest).decode()[:RECEIPT_LETTERS]


def grouped(receipt: str) -> str:
    """For the eye: "ABCD-EFGH-IJKL"."""
    return "-".join(receipt[at : at + 4] for at in range(0, len(receipt), 4))


def new_token() -> str:
    """What the voting page carries; known to nobody but the voter's own browser."""
    return secrets.token_hex(16)


def shuffled(items: Sequence) -> list:
    """The items in an order nobody can foretell."""
    found = list(items)
    secrets.SystemRandom().shuffle(found)
    return found


def _code(choice: int | None) -> str:
    return BLANK if choice is None else CODES[choice]


def _choice(code: str) -> int | None:
    return None if code == BLANK else CODES.index(code)
