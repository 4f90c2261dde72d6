"""Arithmetic of the yearly handling report (domain 2.11, 2.16). Pure: no database, one definition for every page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from suggestions.states import Grade

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Rates:
    """How one dimension was rated. Percentages have two decimals and are None when nobody stated anything.

    `satisfied_rate` counts 满意 alone, `at_least_basic_rate` 满意 and 基本满意 together; both are shown, and named.
    """

    satisfied: int
    basically: int
    dissatisfied: int
    not_stated: int

    @property
    def stated(self) -> int:
        """Those who said something: the base of both rates."""
        return self.satisfied + self.basically + self.dissatisfied

    @property
    def satisfied_rate(self) -> Decimal | None:
        return percentage(self.satisfied, self.stated)

    @property
    def at_least_basic_rate(self) -> Decimal | None:
        return percentage(self.satisfied + self.basically, self.stated)


def rates(grades: Iterable[str | None]) -> Rates:
    """Counts the grades of one dimension, one entry per suggestion (its last round); None or "" means not stated.

    The silent are left out of both rates (CQ17) and counted by themselves. Rounding: percent, two decimals, half up.
    ValueError for an unknown grade.
    """
    counts = dict.fromkeys((*Grade.values, ""), 0)
    for grade in grades:
        if (grade or "") not in counts:
            raise ValueError(f"unknown grade: {grade!r}")
        counts[grade or ""] += 1
    return Rates(counts[Grade.SATISFIED], counts[Grade.BASICALLY], counts[Grade.DISSATISFIED], counts[""])


def percentage(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in percent, two decimals, half up; None when there is no whole. ValueError for nonsense."""
    if part < 0 or whole < 0 or part > whole:
        raise ValueError(f"no share: {part} of {whole}")
    if not whole:
        return None
    return (Decimal(100 * part) / Decimal(whole)).quantize(CENT, rounding=ROUND_HALF_UP)
