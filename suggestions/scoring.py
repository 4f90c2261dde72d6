"""Arithmetic of the yearly appraisal (domain 2.13). Pure: one definition for page, workbook and decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Band:
    """From which rate on how many points are given."""

    at_least: Decimal
    points: Decimal


@dataclass(frozen=True)
class Measure:
    """One item of a scoring table: its full points, and its bands; without bands the points follow the rate."""

    key: str
    points: Decimal
    bands: Sequence[Band] = ()


def points_for(measure: Measure, rate: Decimal | None) -> Decimal | None:
    """Points for a rate in percent, two decimals, half up; None when there is no rate to judge."""
    if rate is None:
        return None
    if not measure.bands:
        return (measure.points * rate / 100).quantize(CENT, rounding=ROUND_HALF_UP)
    reached = [band for band in measure.bands if rate >= band.at_least]
    return max(reached, key=lambda band: band.at_least).points.quantize(CENT) if reached else Decimal("0.00")


def total(scored: Sequence[tuple[Measure, Decimal | None]]) -> Decimal | None:
    """The sum over all items; what could not be judged is left out and the rest carries its weight.

    None when nothing could be judged.
    """
    judged = [(measure.points, points) for measure, points in scored if points is not None]
    weight = sum((full for full, _ in judged), Decimal(0))
    if not weight:
        return None
    whole = sum((measure.points for measure, _ in scored), Decimal(0))
    return (sum((points for _, points in judged), Decimal(0)) * whole / weight).quantize(CENT, rounding=ROUND_HALF_UP)


def ranks(totals: Sequence[Decimal | None]) -> list[int | None]:
    """The place of each total, the highest first; equal totals share a place, and none has none."""
    known = [value for value in totals if value is not None]
    return [None if value is None else 1 + sum(other > value for other in known) for value in totals]


def most_awards(candidates: int, share: Decimal | None, number: int | None) -> int:
    """How many may be chosen: at most `share` percent of the candidates, rounded down, and at most `number`."""
    limits = [candidates]
    if share is not None:
        limits.append(int((candidates * share / 100).quantize(Decimal(1), rounding=ROUND_DOWN)))
    if number is not None:
        limits.append(number)
    return min(limits)
