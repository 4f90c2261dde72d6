"""What a letter names: matters, places, and its pairs of characters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foundation.search.likeness.letters import letters_of


@dataclass(frozen=True)
class Text:
    """One letter or record: its key, title, text, and the area it was sent from ("" when not known)."""

    key: int
    title: str
    body: str
    area: str = ""


@dataclass(frozen=True)
class Read:
    """A text as it was read. `headed` is what already its title names; places stand in neither pairs nor matters."""

    matters: frozenset[str]
    places: frozenset[str]
    pairs: frozenset[str]
    headed: frozenset[str]
    area: str


_SPOTS = (
    "街道|小学|中学|医院|幼儿园|公园|广场|市场|家园|新区|新村|社区|小区|水库|路口|大街|大道|"
    "镇|乡|村|路|街|巷|桥|河|湖|苑|里"
)
# Overlapping, so that of 东风里小区 both 东风里 and 风里小区 are known, whichever of them another writer uses.
_NAMED = re.compile(rf"(?=([^\W\d]{{2}})({_SPOTS}))")
# Characters that stand before 路 or 小区 without being part of a name.
_NO_NAME = frozenset(
    "我们你他她它这那哪个条段的了在到从往去过和与及把被给让请修整建新老旧小大每各全一二三两几多本该有没无是都也很又不上下里外前后内进出通走跑"
)
_KINDS = frozenset(_SPOTS.split("|"))


class Words:
    """What people call the matters: a matter by the name it is shown under, and the words in which it is told.

    Longer words win. A word that stands for two matters counts for the first.
    """

    def __init__(self, matters: Mapping[str, str]) -> None:
        self.known: dict[str, str] = {}
        for matter, words in matters.items():
            for word in (matter, *words.split()):
                self.known.setdefault(letters_of(word).text, matter)
        self.longest = max(map(len, self.known), default=0)

    def matters(self, text: str) -> Iterator[str]:
        """The matters of which `text` uses a word."""
        at = 0
        while at < len(text):
            sizes = range(min(self.longest, len(text) - at), 0, -1)
            length = next((size for size in sizes if text[at : at + size] in self.known), 0)
            if length:
                yield self.known[text[at : at + length]]
            at += length or 1


def read(text: Text, words: Words) -> Read:
    """Reads one text. Its stops are kept, because no name and no word goes across them."""
    title, body = _runs(text.title), _runs(text.body)
    places = frozenset(places_of(f"{title}。{body}"))
    title, body = _without(title, places), _without(body, places)
    headed = frozenset(words.matters(title)) | frozenset(_pairs(title))
    whole = f"{title}。{body}"
    return Read(frozenset(words.matters(whole)), places, frozenset(_pairs(whole)), headed, text.area)


def places_of(text: str) -> Iterator[str]:
    """Names of roads, villages, estates: the two characters before such a word, together with it."""
    for found in _NAMED.finditer(text):
        # 柳河路路灯 names 柳河路 and no 河路路.
        if may_be_of_name(found[1]) and found[1] not in _KINDS and found[1][-1] != found[2]:
            yield found[1] + found[2]


def may_be_of_name(letters: str) -> bool:
    """Whether these letters may be part of a name."""
    return bool(letters) and letters.isalpha() and not set(letters) & _NO_NAME


def _runs(text: str) -> str:
    return "。".join(letters_of(run).text for run in re.split(r"[\W_]+", text))


def _without(text: str, places: frozenset[str]) -> str:
    for place in sorted(places):
        text = text.replace(place, "。")
    return text


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1) if "。" not in text[at : at + 2])
