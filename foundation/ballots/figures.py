"""What was counted, as the clauses of a rule look at it: by one body of voters, or by several with weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from foundation.ballots.terms import Base, Group, Rule

PEOPLE = (Base.ALL_MEMBERS, Base.PRESENT)


class Figures(Protocol):
    """Shares and scores as exact fractions, each with the words that show how it came about."""

    @property
    def size(self) -> int: ...
    @property
    def valid(self) -> int: ...
    def share(self, grades: tuple[str, ...]) -> Fraction: ...
    def share_words(self, grades: tuple[str, ...]) -> str: ...
    def score(self) -> Fraction: ...
    def score_words(self) -> str: ...


@dataclass(frozen=True)
class Counted:
    """One body: votes per grade, the size of the base, the valid papers."""

    rule: Rule
    votes: Mapping[str, int]
    size: int
    valid: int

    def share(self, grades: tuple[str, ...]) -> Fraction:
        return Fraction(self._together(grades), self.size)

    def share_words(self, grades: tuple[str, ...]) -> str:
        """ "称职42票÷收回票50张"."""
        return f"{listed(grades)}{self.quotient(grades)}"

    def quotient(self, grades: tuple[str, ...]) -> str:
        unit = "人" if self.rule.base in PEOPLE else "张"
        return f"{self._together(grades)}票÷{self.rule.base.label}{self.size}{unit}"

    def score(self) -> Fraction:
        """The average of the grades' points over the valid papers."""
        return sum((points * self.votes[grade] for grade, points in self.rule.scores), Fraction(0)) / self.valid

    def score_words(self) -> str:
        """ "（满意40票×100＋基本满意10票×70）÷有效票50张"."""
        parts = [f"{grade}{self.votes[grade]}票×{number(points)}" for grade, points in self.rule.scores]
        return f"（{'＋'.join(parts)}）÷有效票{self.valid}张"

    def _together(self, grades: tuple[str, ...]) -> int:
        return sum(self.votes[grade] for grade in grades)


@dataclass(frozen=True)
class Weighed:
    """Several bodies, each counted by itself; their shares and scores come together by weight."""

    parts: tuple[tuple[Group, Counted], ...]

    @property
    def size(self) -> int:
        return sum(part.size for _, part in self.parts)

    @property
    def valid(self) -> int:
        return sum(part.valid for _, part in self.parts)

    def share(self, grades: tuple[str, ...]) -> Fraction:
        return sum((self._weight(group) * part.share(grades) for group, part in self.parts), Fraction(0))

    def share_words(self, grades: tuple[str, ...]) -> str:
        """ "称职：选民42票÷收回票50张×70%＋代表小组8票÷收回票10张×30%"."""
        parts = [f"{group.name}{part.quotient(grades)}×{self._weight_words(group)}" for group, part in self.parts]
        return f"{listed(grades)}：{'＋'.join(parts)}"

    def score(self) -> Fraction:
        return sum((self._weight(group) * part.score() for group, part in self.parts), Fraction(0))

    def score_words(self) -> str:
        parts = [f"{group.name}{part.score_words()}×{self._weight_words(group)}" for group, part in self.parts]
        return "＋".join(parts)

    def _weight(self, group: Group) -> Fraction:
        return weight_of(group, [other for other, _ in self.parts])

    def _weight_words(self, group: Group) -> str:
        return weight_words(group, [other for other, _ in self.parts])


def weight_of(group: Group, groups: list[Group]) -> Fraction:
    """What of the whole this group decides; weights are compared with their sum."""
    return Fraction(group.weight, sum(other.weight for other in groups))


def weight_words(group: Group, groups: list[Group]) -> str:
    """ "70%", or "3/7" where that is no whole number of hundredths."""
    share = weight_of(group, groups)
    hundredths = share * 100
    return f"{hundredths.numerator}%" if hundredths.denominator == 1 else f"{share.numerator}/{share.denominator}"


def listed(grades: tuple[str, ...]) -> str:
    """ "满意和基本满意"."""
    return grades[0] if len(grades) == 1 else f"{'、'.join(grades[:-1])}和{grades[-1]}"


def number(points: Fraction) -> str:
    """ "100", "62.5"."""
    return f"{float(points):g}"
