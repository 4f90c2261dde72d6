"""How much a letter looks like junk: points with reasons. They order the queue; nobody is turned away by them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from liaison_stations.states.letter import SpamSort

LINK = re.compile(r"https?://\S+|www\.\S+|[\w-]+\.(?:com|cn|net|top|vip|xyz)\b", re.IGNORECASE | re.ASCII)
# The same sign twelve times in a row, or a piece of up to six signs five times over.
MONOTONE = re.compile(r"(.)\1{11,}|(.{2,6})\2{4,}", re.DOTALL)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MOST = 100


class Sign(Protocol):
    """The columns of a `SpamSign` row."""

    name: str
    sort: str
    words: str
    points: int
    threshold: int


@dataclass(frozen=True)
class Facts:
    """What is known of a letter when it comes in: `sent_before` of the same address in the window."""

    text: str
    is_repeat: bool = False
    sent_before: int = 0


def score(facts: Facts, signs: Iterable[Sign]) -> tuple[int, list[str]]:
    """Points from 0 to 100 and the names of the signs that gave them."""
    met = [sign for sign in signs if _meets(sign, facts)]
    return min(MOST, sum(sign.points for sign in met)), [sign.name for sign in met]


def _meets(sign: Sign, facts: Facts) -> bool:
    least = max(1, sign.threshold)
    match sign.sort:
        case SpamSort.WORDS:
            return sum(facts.text.count(word) for word in sign.words.split()) >= least
        case SpamSort.LINKS:
            return len(LINK.findall(facts.text)) >= least
        case SpamSort.MONOTONE:
            return MONOTONE.search(facts.text) is not None
        case SpamSort.NO_CHINESE:
            return CHINESE.search(facts.text) is None
        case SpamSort.SAME:
            return facts.is_repeat
        case SpamSort.OFTEN:
            return facts.sent_before >= least
    return False
