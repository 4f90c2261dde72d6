"""What a letter names: matters, places, and its pairs of characters."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

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
_LONGEST = 7


def read(text: Text) -> Read:
    """Reads one text. Its stops are kept, because no name and no word goes across them."""
    title, body = _runs(text.title), _runs(text.body)
    places = frozenset(places_of(f"{title}。{body}"))
    title, body = _without(title, places), _without(body, places)
    headed = frozenset(_matters(title)) | frozenset(_pairs(title))
    return Read(
        frozenset(_matters(f"{title}。{body}")), places, frozenset(_pairs(f"{title}。{body}")), headed, text.area
    )


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


def _matters(text: str) -> Iterator[str]:
    known, at = _words(), 0
    while at < len(text):
        length = next((n for n in range(min(_LONGEST, len(text) - at), 0, -1) if text[at : at + n] in known), 0)
        if length:
            yield known[text[at : at + length]]
        at += length or 1


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Word to the word by which its matter is shown."""
    lines = tomllib.loads(Path(__file__).with_name("matters.toml").read_text(encoding="utf-8"))["matters"]
    return {word: line.split()[0] for line in lines.splitlines() for word in line.split()}
