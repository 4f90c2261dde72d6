"""The arithmetic of scores. Pure; points are Decimals, answers have two decimals, half up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
HUNDRED = Decimal(100)
# Without its highest and its lowest something must be left to average.
LEAST_LEFT = 3


@dataclass(frozen=True)
class Star:
    """From how many points on a star grade is given."""

    name: str
    at_least: Decimal


def rounded(points: Decimal) -> Decimal:
    return points.quantize(CENT, ROUND_HALF_UP)


def average(totals: Sequence[Decimal], trim_from: int | None = None) -> Decimal:
    """The mean of several scorers' totals.

    From `trim_from` scorers on, one highest and one lowest are left out; never when fewer than three sheets are there.
    ValueError without any total.
    """
    if not totals:
        raise ValueError("nothing to average")
    counted = sorted(totals)
    if trim_from is not None and len(counted) >= max(trim_from, LEAST_LEFT):
        counted = counted[1:-1]
    return rounded(sum(counted, Decimal(0)) / len(counted))


def combined(on_site: Decimal, self_total: Decimal | None, self_share: Decimal) -> Decimal:
    """The result: `self_share` per cent of the self-rating and the rest of the scores on site.

    Who did not rate himself has nothing for that share.
    """
    share = self_share / HUNDRED
    return rounded((self_total or Decimal(0)) * share + on_site * (1 - share))


def star_of(stars: Iterable[Star], total: Decimal) -> Star | None:
    """The highest grade whose line is reached (a line itself counts); None below all of them."""
    reached = [star for star in stars if total >= star.at_least]
    return max(reached, key=lambda star: star.at_least, default=None)


def places(totals: Mapping[int, Decimal]) -> dict[int, int]:
    """Place of each key, the highest total first; equal totals share a place and the next one is left free."""
    ranked = sorted(totals.values(), reverse=True)
    return {key: ranked.index(total) + 1 for key, total in totals.items()}
