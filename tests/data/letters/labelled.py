"""The labelled letters, and how well groups agree with their labels."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from liaison_stations.grouping import Text

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Labelled:
    """Letters of one half, and of each the number of its matter."""

    texts: list[Text]
    label: dict[int, int]


def letters(half: str) -> Labelled:
    """`half` is fit or held."""
    told = tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8"))
    matters = [*told["matter"], *({"area": one["area"], "letters": [one["letter"]]} for one in told["single"])]
    texts, label = [], {}
    for number, matter in enumerate(matters):
        for letter in matter["letters"]:
            title, body = letter.removeprefix("*").split("|", 1)
            area = "" if letter.startswith("*") else matter["area"]
            label[len(texts)] = number
            texts.append(Text(len(texts), title, body, area))
    return Labelled(texts, label)


@dataclass(frozen=True)
class Agreement:
    """Shares from 0 to 1.

    purity: of the letters in groups of two or more, those that are of their group's commonest matter.
    precision: of the pairs that stand in one group, those that are of one matter.
    recall: of the pairs that are of one matter, those that stand in one group.
    """

    purity: float
    precision: float
    recall: float

    def __str__(self) -> str:
        return f"purity {self.purity:.3f}, precision of pairs {self.precision:.3f}, recall of pairs {self.recall:.3f}"


def agreement(groups: Sequence[Sequence[int]], label: dict[int, int]) -> Agreement:
    """How well groups of keys agree with the labels."""
    several = [keys for keys in groups if len(keys) > 1]
    pure = sum(Counter(label[key] for key in keys).most_common(1)[0][1] for keys in several)
    found = {frozenset(pair) for keys in several for pair in combinations(keys, 2)}
    true = {frozenset((one, other)) for one, other in combinations(label, 2) if label[one] == label[other]}
    both = len(found & true)
    return Agreement(pure / sum(map(len, several)), both / len(found), both / len(true))
