"""Names of people and units as they stand together in one cell. Pure."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from deputies.models.delegation import bare_name
from foundation.documents.reading import cells

_STRONG = re.compile(r"[、，,;；/\n\r]+")
_AND_OTHERS = re.compile(r"等?\s*(?:共|计)?(\d{1,3})\s*[名人位](?:代表)?(?:附议|联名)?$|等(?:代表)?$")
_HINT = re.compile(r"[（(]([^（()）]{1,20})[)）]$")
_NOTHING = {"", "/", "-", "—", "——", "无", "暂无", "\\"}


@dataclass(frozen=True)
class Named:
    """A person's name, with the delegation where it was written behind it: "褚杰（石桥镇）"."""

    name: str
    hint: str = ""


def is_nothing(value: Any) -> bool:
    """Whether a cell says that there is nothing: blank, a dash, 无."""
    return cells.compact(value) in _NOTHING


def people(value: Any) -> tuple[list[Named], int | None]:
    """The names in a cell and the number announced behind them ("等9人"); parted by 、，； blanks or line breaks."""
    if is_nothing(value):
        return [], None
    found: list[Named] = []
    said = None
    for piece in _STRONG.split(str(value)):
        match = _AND_OTHERS.search(piece.strip())
        if match:
            said = int(match.group(1)) if match.group(1) else said
            piece = piece.strip()[: match.start()]
        found += [named for word in _words(piece) if (named := _named(word)).name]
    return found, said


def units(value: Any) -> list[str]:
    """The names of units in a cell, in order."""
    if is_nothing(value):
        return []
    parts = re.split(r"[、，,;；\s]+", str(value))
    return [name for name in map(cells.compact, parts) if name not in _NOTHING]


def _words(piece: str) -> list[str]:
    """Names parted by blanks; a two-character name written with a wide space ("钱　兰") is put together again."""
    if re.search(r"[A-Za-z]", piece):
        return [piece]
    parts = re.sub(r"\s+(?=[（(])", "", cells.text(piece)).split()
    words: list[str] = []
    for single, run in groupby(parts, key=lambda part: len(part) == 1):
        together = list(run)
        words += _joined(together, words) if single else together
    return words


def _joined(run: list[str], before: list[str]) -> list[str]:
    """Single characters in a row: names of two, or one of three; one alone belongs to the word before it."""
    if len(run) == 1 and before:
        before[-1] += run[0]
        return []
    if len(run) == 3:
        return ["".join(run)]
    return ["".join(run[start : start + 2]) for start in range(0, len(run), 2)]


def _named(word: str) -> Named:
    name = cells.person_name(word)
    match = _HINT.search(name)
    hint = bare_name(match.group(1)) if match else ""
    bare = name[: match.start()] if match else name
    return Named((bare.removesuffix("代表") or bare)[:40], hint)
