"""The verdict on two papers."""

from dataclasses import dataclass
from functools import cached_property

from foundation.search.likeness import titles
from foundation.search.likeness.letters import Letters, letters_of
from foundation.search.likeness.passages import Passage, Piece, passages


@dataclass(frozen=True)
class Limits:
    """From where on papers are called alike: shares of 0 to 1, and equal letters of copied passages together."""

    title: float = 0.6
    text: float = 0.4
    copied: int = 24


class Paper:
    """A paper to be compared, prepared once."""

    def __init__(self, title: str, body: str) -> None:
        self.title, self.body = title, body

    @cached_property
    def said(self) -> titles.Title:
        return titles.title_of(self.title)

    @cached_property
    def letters(self) -> Letters:
        return letters_of(self.body)

    @cached_property
    def pairs(self) -> frozenset[str]:
        text = self.letters.text
        return frozenset(text[place : place + 2] for place in range(len(text) - 1))


@dataclass(frozen=True)
class Likeness:
    """How alike: `title` and `text` from 0 to 1, and the passages in common."""

    title: float
    text: float
    passages: tuple[Passage, ...]

    @property
    def copied(self) -> int:
        """Letters of the passages in common."""
        return sum(passage.length for passage in self.passages)

    @property
    def pieces(self) -> list[Piece]:
        """The equal pieces of all passages."""
        return [piece for passage in self.passages for piece in passage.pieces]

    def strength(self, limits: Limits) -> float:
        """The greatest of the three as a multiple of its limit; from 1 on two papers are alike."""
        return max(self.title / limits.title, self.text / limits.text, self.copied / limits.copied)


def compare(one: Paper, other: Paper, limits: Limits) -> Likeness:
    """How alike two papers are; passages shorter than the limit are not looked at."""
    shared = tuple(passages(one.letters, other.letters, limits.copied))
    return Likeness(titles.likeness(one.said, other.said), _overlap(one.pairs, other.pairs), shared)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is shared by all there is (Dice)."""
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 0.0
