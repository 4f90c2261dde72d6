"""Numbers a paper is found by, such that papers that are alike share some of them."""

from collections.abc import Iterable
from itertools import combinations
from zlib import crc32

import numpy as np

from foundation.search.likeness.letters import letters_of
from foundation.search.likeness.titles import NOWHERE, title_of

# Signatures of 64 permutations over character pairs; 21 bands of 3 meet at half of the pairs in common with
# probability 0.94, at a quarter with 0.28.
PERMUTATIONS, BANDS, ROWS = 64, 21, 3
# Winnowing (Schleimer et al., 2003): of any 13 letters copied at least one piece of 6 is among the chosen.
PIECE, WINDOW = 6, 8
# A text shorter than this says too little to be compared by its wording.
SHORTEST = 20
# A title of ten tokens has 55 keys at most; more are rather noise.
MOST_TOKENS = 10

_random = np.random.default_rng(20260101)
_MULTIPLY = _random.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * 2 + 1
_ADD = _random.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def keys_of(title: str, body: str) -> list[int]:
    """The keys of a paper as signed 32-bit numbers, each once."""
    return sorted({key for keys in sorts_of(title, body).values() for key in keys})


def sorts_of(title: str, body: str) -> dict[str, list[int]]:
    """The keys of a paper by what they tell: the same wish, the same wording, the same passage."""
    text = letters_of(body).text
    return {"title": title_keys(title), "text": text_keys(text), "passage": passage_keys(text)}


def title_keys(title: str) -> list[int]:
    """One key for each thing the title says and for each two of them."""
    tokens = title_of(title).tokens()[:MOST_TOKENS]
    pairs = (f"{one}+{other}" for one, other in combinations(sorted(tokens), 2))
    alone = (token for token in tokens if token != NOWHERE)
    return [_named("title", token) for token in (*alone, *pairs)]


def text_keys(letters: str) -> list[int]:
    """The bands of the MinHash signature of the text's character pairs."""
    if len(letters) < SHORTEST:
        return []
    mixed = np.unique(_pieces(letters, 2))
    signature = (mixed[:, None] * _MULTIPLY + _ADD).min(axis=0)
    bands = signature[: BANDS * ROWS].reshape(BANDS, ROWS)
    return _signed(_folded(bands) + np.arange(BANDS, dtype=np.uint64))


def passage_keys(letters: str) -> list[int]:
    """Chosen pieces of the text; two texts with 13 letters in a row in common share one."""
    if len(letters) < SHORTEST:
        return []
    pieces = _pieces(letters, PIECE)
    windows = np.lib.stride_tricks.sliding_window_view(pieces, min(WINDOW, len(pieces)))
    return _signed(np.unique(windows.min(axis=1)))


def _pieces(letters: str, length: int) -> np.ndarray:
    """A number for each run of `length` letters, in their order."""
    codes = np.frombuffer(letters.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    return _folded(np.lib.stride_tricks.sliding_window_view(codes, length))


def _folded(rows: np.ndarray) -> np.ndarray:
    """One well-mixed number for each row."""
    found = np.full(len(rows), len(rows[0]), dtype=np.uint64)
    for column in range(rows.shape[1]):
        found = (found ^ rows[:, column]) * _PRIME
        found ^= found >> np.uint64(29)
    return found


def _signed(numbers: np.ndarray) -> list[int]:
    """The upper halves, as PostgreSQL's integer holds them."""
    return (numbers >> np.uint64(32)).astype(np.uint32).astype(np.int32).tolist()


def _named(*words: str) -> int:
    return crc32("\0".join(words).encode()) - 2**31


def evenly(keys: Iterable[int], most: int) -> list[int]:
    """At most `most` of the keys, taken evenly."""
    known = list(keys)
    return known if len(known) <= most else [known[place * len(known) // most] for place in range(most)]
