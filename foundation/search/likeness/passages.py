"""Passages two texts have in common, touched up here and there or not."""

from collections import defaultdict
from dataclasses import dataclass

from foundation.search.likeness.letters import Letters

# Shorter pieces occur by chance: "加强组织领导" stands in every second text.
SEED = 5
# Letters that may have been put in, taken out or exchanged between two pieces of one passage.
GAP = 16


@dataclass(frozen=True)
class Piece:
    """`length` letters that are the same in both texts, from `start` of the one and `other` of the other on."""

    start: int
    other: int
    length: int


@dataclass(frozen=True)
class Passage:
    """Pieces that follow each other closely in both texts."""

    pieces: tuple[Piece, ...]

    @property
    def length(self) -> int:
        """How many letters are word by word the same."""
        return sum(piece.length for piece in self.pieces)

    def goes_on_with(self, piece: Piece) -> bool:
        """Whether `piece` begins not far behind the end of this passage in both texts."""
        last = self.pieces[-1]
        gap, other_gap = piece.start - last.start - last.length, piece.other - last.other - last.length
        return 0 <= gap <= GAP and 0 <= other_gap <= GAP


def passages(one: Letters, other: Letters, least: int) -> list[Passage]:
    """What `one` shares with `other`, in the order of `one`; passages of fewer than `least` equal letters left out."""
    found: list[Passage] = []
    for piece in _pieces(one.text, other.text):
        # Only the last few can be near enough.
        for place in range(len(found) - 1, max(-1, len(found) - 4), -1):
            if found[place].goes_on_with(piece):
                found[place] = Passage((*found[place].pieces, piece))
                break
        else:
            found.append(Passage((piece,)))
    return [passage for passage in found if passage.length >= least]


def _pieces(one: str, other: str) -> list[Piece]:
    """Longest equal pieces, found from left to right; each letter of `one` belongs to one piece at most."""
    seeds = defaultdict(list)
    for place in range(len(other) - SEED + 1):
        seeds[other[place : place + SEED]].append(place)
    found, start = [], 0
    while start <= len(one) - SEED:
        places = seeds.get(one[start : start + SEED], ())
        length, where = max(((_reach(one, start, other, place), place) for place in places), default=(0, 0))
        if length:
            found.append(Piece(start, where, length))
        start += max(length, 1)
    return found


def _reach(one: str, start: int, other: str, place: int) -> int:
    """How many letters are equal from these two places on."""
    length = SEED
    most = min(len(one) - start, len(other) - place)
    while length < most and one[start + length] == other[place + length]:
        length += 1
    return length
