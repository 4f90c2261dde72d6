"""A text without its signs and spaces, so that a comma more or a line break less makes no difference."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Letters:
    """`text` holds letters and digits only; `places[i]` is where the i-th of them stands in the original."""

    text: str
    places: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text, signs between its letters included, behind letters `start` to `end`."""
        return self.places[start], self.places[end - 1] + 1


def letters_of(text: str) -> Letters:
    """Full width to half width (NFKC), lower case, letters and digits kept."""
    kept, places = [], []
    for place, sign in enumerate(text):
        for letter in _letters_of_sign(sign):
            kept.append(letter)
            places.append(place)
    return Letters("".join(kept), tuple(places))


@lru_cache(maxsize=20_000)
def _letters_of_sign(sign: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", sign).lower() if letter.isalnum())
