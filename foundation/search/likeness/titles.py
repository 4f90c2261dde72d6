"""What the title of a suggestion asks for, so that the same wish in other words is recognised."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from foundation.search.likeness.letters import letters_of

# Weights of what two titles have in common or not: a matter, whom or what it concerns in general, what is to be done, a
# name; and of what stands in no list each character and each pair of neighbours: 防洪堤, 河堤 and 堤防 have no pair.
TOPIC, MINOR, VERB, NAME, SIGN, PAIR = 1.0, 0.1, 0.15, 0.4, 0.2, 0.1
# The same matter elsewhere; the same matter where only one says where; the same place without a matter in common; the
# same for others.
OTHER_MATTER = 0.7
ELSEWHERE, SOMEWHERE, NO_MATTER, OTHERS = 0.6, 0.7, 0.8, 0.5
# How much counts what only one of two titles says: less than where each says something of its own.
BOTH_SAY, ONE_SAYS = 1.25, 0.3

_BUILT = "街道|大道|社区|小区|水库|路口|镇|乡|村|路|街|巷|桥|组"
# 双河村 is a village and 中山路 a road: water and hills name a place only where nothing built follows.
_NAMED = re.compile(rf"(\d+|[^\d]{{1,4}}?)({_BUILT}|[河湖溪江渠湾岭山](?!.?(?:{_BUILT})))")
# 锦绣小区 has a name, 小区物业 has none.
HOMES = "小区"
# A title that names no place is looked for among those that name none.
NOWHERE = "-"
_TOWNS = frozenset({"镇", "乡", "街道"})
_NO_NAMES = frozenset("农乡本各全城老新该小大沿过主上下这那一两")
_LONGEST, _LONGEST_NAME = 10, 4


@dataclass(frozen=True)
class Title:
    """What a title says: matters, whom they concern, verbs, names with their kind, and the rest in letters and pairs.

    `words` are the listed words themselves that stand for the matters, as (group, word).
    """

    topics: frozenset[str]
    whom: frozenset[str]
    minor: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[tuple[str, str]]
    signs: frozenset[str]
    pairs: frozenset[str]
    words: frozenset[tuple[str, str]]

    def spelt_without(self, other: "Title") -> tuple[frozenset[str], frozenset[str]]:
        """Characters and pairs, also of the matters that `other` does not name with any word of the lists."""
        own = [word for group, word in self.words if group not in other.topics]
        signs = {sign for word in own for sign in word}
        pairs = {word[place : place + 2] for word in own for place in range(len(word) - 1)}
        return self.signs | signs, self.pairs | pairs

    def tokens(self) -> list[str]:
        """What the title can be found by, the most telling first."""
        names = sorted({name for name, _ in self.names})
        return [*(names or [NOWHERE]), *sorted(self.topics), *sorted(self.pairs), *sorted(self.whom | self.minor)]


@lru_cache(maxsize=4096)
def title_of(text: str) -> Title:
    """Reads a title. Pure and remembered: while somebody types, the same few hundred titles come again and again."""
    said: dict[str, set] = {kind: set() for kind in "twmvi"}
    names: set[tuple[str, str]] = set()
    signs: set[str] = set()
    pairs: set[str] = set()
    words = []
    for run, word, group in _cut(letters_of(text).text):
        named = len(names)
        rest = _take_names(run, group.startswith("s") or word == HOMES, names)
        signs.update(rest)
        pairs.update(rest[place : place + 2] for place in range(len(rest) - 1))
        if group:
            kind = group[0] if group[0] != "s" else "m" if len(names) > named else "t"
            said[kind].add(group)
            if kind == "t":
                words.append((group, word))
    return Title(*map(frozenset, (said["t"], said["w"], said["m"], said["v"], names, signs, pairs, words)))


def likeness(one: Title, other: Title) -> float:
    """0 to 1: how far both ask for the same thing at the same place."""
    shared, own, others = _weigh(one, other)
    if not shared:
        return 0.0
    less, more = sorted((own, others))
    plain = shared / (shared + BOTH_SAY * less + ONE_SAYS * (more - less))
    return plain * _place_factor(one, other) * _matter_factor(one, other)


def _weigh(one: Title, other: Title) -> tuple[float, float, float]:
    """Weights of what is shared, of what only the first, and of what only the second says."""
    signs, pairs = one.spelt_without(other)
    other_signs, other_pairs = other.spelt_without(one)
    shared, own, others = TOPIC * len(one.topics & other.topics), 0.0, 0.0
    for weight, left, right in (
        (MINOR, one.minor | one.whom, other.minor | other.whom),
        (VERB, one.verbs, other.verbs),
        (SIGN, signs, other_signs),
        (PAIR, pairs, other_pairs),
    ):
        shared += weight * len(left & right)
        own += weight * len(left - right)
        others += weight * len(right - left)
    met = {name for name in one.names if any(_same_name(name, known) for known in other.names)}
    also = {name for name in other.names if any(_same_name(name, known) for known in one.names)}
    shared += NAME * min(len(met), len(also))
    return shared, own + NAME * len(one.names - met), others + NAME * len(other.names - also)


def _matter_factor(one: Title, other: Title) -> float:
    """Less where both say what it is about and nothing of it is the same, or where it is for others."""
    factor = 1.0
    spelt = one.spelt_without(other)[0] & other.spelt_without(one)[0]
    if _is_about(one) and _is_about(other) and not (one.topics & other.topics or len(spelt) > 1):
        factor *= NO_MATTER
    elif one.topics - other.topics and other.topics - one.topics:
        factor *= OTHER_MATTER
    if one.whom and other.whom and not one.whom & other.whom:
        factor *= OTHERS
    return factor


def _is_about(title: Title) -> bool:
    return bool(title.topics) or len(title.signs) > 1


def _place_factor(one: Title, other: Title) -> float:
    if not one.names and not other.names:
        return 1.0
    if not one.names or not other.names:
        return SOMEWHERE
    for towns in (False, True):
        left, right = _of_level(one, towns), _of_level(other, towns)
        if _unknown(left, right) and _unknown(right, left):
            return ELSEWHERE
    return 1.0


def _unknown(names: list[tuple[str, str]], known: list[tuple[str, str]]) -> bool:
    return any(not any(_same_name(name, other) for other in known) for name in names)


def _of_level(title: Title, towns: bool) -> list[tuple[str, str]]:
    return [name for name in title.names if (name[1] in _TOWNS) == towns]


def _same_name(one: tuple[str, str], other: tuple[str, str]) -> bool:
    short, long = sorted((one[0], other[0]), key=len)
    return short == long or (len(short) > 1 and short in long)


def _take_names(run: str, before_spot: bool, names: set[tuple[str, str]]) -> str:
    """Moves the names out of a run of unlisted characters; answers what is left of it."""
    if before_spot and 1 < len(run) <= _LONGEST_NAME:
        names.add((run, "spot"))
        return ""
    rest, end = [], 0
    for found in _NAMED.finditer(run):
        if found[1] in _NO_NAMES:
            continue
        rest.append(run[end : found.start()])
        names.add((found[1], found[2]))
        end = found.end()
    return "".join([*rest, run[end:]])


def _cut(text: str) -> list[tuple[str, str, str]]:
    """The title as (characters in no list, the listed word that follows them, its group) again and again."""
    groups, found, run, place = _groups(), [], [], 0
    while place < len(text):
        for length in range(min(_LONGEST, len(text) - place), 0, -1):
            group = groups.get(text[place : place + length])
            if group:
                break
        if not group:
            run.append(text[place])
            place += 1
            continue
        found.append(("".join(run), text[place : place + length], group))
        run, place = [], place + length
    return [*found, ("".join(run), "", "")]


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """Word to group: "i" for idle words, else the initial of its section and the number of its line."""
    sections = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    found = {}
    for section, lines in sections.items():
        for number, line in enumerate(lines.split("\n")):
            group = "i" if section == "idle" else f"{section[0]}{number}"
            found.update(dict.fromkeys(line.split(), group))
    return found
