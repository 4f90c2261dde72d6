"""The structure of the deputies: how many belong to each line, of how many. Pure; lines overlap and never add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from deputies.states import Dimension, Standing


@dataclass(frozen=True)
class Member:
    """What a line asks of one deputy; `key` is his seat. Empty texts and no birth day mean: not entered."""

    key: int
    sex: str = ""
    ethnic_group: str = ""
    party: str = ""
    education: str = ""
    occupation: str = ""
    birth: date | None = None
    overseas: bool = False
    standing: frozenset[str] = frozenset()


class Line(Protocol):
    """What is counted: a dimension with words that must, and words that must not, stand in it, or a span of ages."""

    pk: Any
    name: str
    dimension: str
    words: str
    except_words: str
    age_from: int | None
    age_to: int | None


@dataclass(frozen=True)
class Share:
    """One line counted: the seats in it, of how many, and of how many nothing is entered."""

    line: Any
    keys: tuple[int, ...]
    of: int
    unknown: int

    @property
    def count(self) -> int:
        return len(self.keys)

    @property
    def percent(self) -> str | None:
        """Two decimals, half up: "25.60"; None of nobody."""
        if not self.of:
            return None
        return str((Decimal(100 * self.count) / self.of).quantize(Decimal("0.01"), ROUND_HALF_UP))


def structure(members: Sequence[Member], lines: Iterable[Line], on: date) -> list[Share]:
    """Every line over all members on the day `on`. The whole is always all members, those not entered included."""
    shares = []
    for line in lines:
        told = [(member.key, belongs(line, member, on)) for member in members]
        keys = tuple(key for key, answer in told if answer)
        shares.append(Share(line, keys, len(members), sum(answer is None for _, answer in told)))
    return shares


def belongs(line: Line, member: Member, on: date) -> bool | None:
    """Whether the member is counted in the line; None where what it asks is not entered."""
    if line.dimension == Dimension.AGE:
        return _of_age(line, member.birth, on)
    if line.dimension == Dimension.OVERSEAS:
        return member.overseas
    if line.dimension == Dimension.STANDING:
        return bool(_words(line.words) & _labels(member.standing))
    held = getattr(member, line.dimension)
    return _says(line, held) if held else None


def age_on(birth: date, on: date) -> int:
    """Full years on that day."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _of_age(line: Line, birth: date | None, on: date) -> bool | None:
    if birth is None:
        return None
    age = age_on(birth, on)
    return (line.age_from is None or age >= line.age_from) and (line.age_to is None or age <= line.age_to)


def _says(line: Line, held: str) -> bool:
    """One of the words, where any are named, and none of the others."""
    wanted, barred = _words(line.words), _words(line.except_words)
    return (not wanted or any(word in held for word in wanted)) and not any(word in held for word in barred)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.replace("，", "、").split("、") if word.strip())


def _labels(standing: frozenset[str]) -> frozenset[str]:
    return frozenset(Standing(code).label for code in standing)
