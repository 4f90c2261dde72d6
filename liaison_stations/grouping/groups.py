"""Groups of letters and the names under which they are shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from liaison_stations.grouping.likeness import Weights, likeness
from liaison_stations.grouping.linkage import grown
from liaison_stations.grouping.reading import Read, Text, Words, may_be_of_name, read

# A name is cut two letters before its kind; at most so many more belong to it.
_BEFORE = 2


@dataclass(frozen=True)
class Group:
    """Keys of texts that belong together; matter and place as at least two of them say, "" when they do not."""

    keys: tuple[int, ...]
    matter: str
    place: str


def group(texts: Sequence[Text], words: Words, weights: Weights | None = None) -> list[Group]:
    """Every text in one group, the largest groups first; a text that resembles no other is a group of its own.

    Time and memory grow with the square of their number; callers give the newest few thousand.
    """
    if not texts:
        return []
    chosen = weights or Weights()
    reads = [read(text, words) for text in texts]
    found = sorted(grown(likeness(reads, chosen), chosen.together), key=len, reverse=True)
    return [_named(texts, reads, members) for members in found]


def _named(texts: Sequence[Text], reads: Sequence[Read], members: list[int]) -> Group:
    own = [reads[at] for at in members]
    return Group(tuple(texts[at].key for at in members), _matter(own), _place(own, [texts[at] for at in members]))


def _matter(reads: Sequence[Read]) -> str:
    """What most of them name, in titles twice; alone what the title names, or the text if it names one thing."""
    said = Counter[str]()
    for one in reads:
        said.update(one.matters)
        said.update(one.matters & one.headed)
    return min(said, key=lambda matter: (-said[matter], matter), default="")


def _place(reads: Sequence[Read], texts: Sequence[Text]) -> str:
    """The place most of them name, at least two: a name that stands in one letter only is not told outside it."""
    said = Counter(place for one in reads for place in one.places)
    name, times = max(said.items(), key=lambda one: (one[1], -len(one[0]), one[0]), default=("", 0))
    return _whole(name, texts) if times > 1 else ""


def _whole(name: str, texts: Sequence[Text]) -> str:
    """The name with what usually stands before it: 城南菜市场 for 南菜市场."""
    for _ in range(_BEFORE):
        before = Counter(part[-1:] for text in texts for part in f"{text.title}。{text.body}".split(name)[:-1])
        letter, times = before.most_common(1)[0]
        if times < 2 or 3 * times < 2 * before.total() or not may_be_of_name(letter):
            break
        name = letter + name
    return name
