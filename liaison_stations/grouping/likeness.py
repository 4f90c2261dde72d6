"""How alike letters are, each with each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from liaison_stations.grouping.reading import Read


@dataclass(frozen=True)
class Weights:
    """What features count beside a pair of characters, what lessens a likeness, and from which average on two groups
    are one. Chosen on tests/data/letters/fit.toml."""

    matter: float = 2.5
    place: float = 1.3
    headed: float = 1.5
    # What nobody else says makes a letter less like others, but people tell the same thing at different length.
    alone: float = 0.6
    elsewhere: float = 0.4
    same_area: float = 1.15
    other_area: float = 0.3
    together: float = 0.12


# What so many say tells nothing any more, and would only cost time.
_MOST = 1000


def likeness(reads: Sequence[Read], weights: Weights) -> np.ndarray:
    """A square of numbers from 0 to about 1, zero on its diagonal: what two texts share of the rare things they say."""
    said, alone = _said(reads, weights)
    alike = np.zeros((len(reads), len(reads)), dtype=np.float32)
    lengths = alone * weights.alone
    for rows, values in said:
        lengths[rows] += values**2
        alike[np.ix_(rows, rows)] += np.outer(values, values)
    norms = np.sqrt(np.maximum(lengths, 1e-9))
    alike /= np.outer(norms, norms)
    alike *= _where(reads, weights)
    np.fill_diagonal(alike, 0)
    return alike


def _said(reads: Sequence[Read], weights: Weights) -> tuple[list[tuple[np.ndarray, np.ndarray]], np.ndarray]:
    """For each feature of several texts who says it and how much it counts; for each text what it says alone."""
    rows: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for at, one in enumerate(reads):
        for feature, weight in _features(one, weights):
            rows[feature].append(at)
            values[feature].append(weight)
    shared, alone = [], np.zeros(len(reads), dtype=np.float32)
    for feature, known in rows.items():
        counts = np.array(values[feature], dtype=np.float32) * np.log((1 + len(reads)) / len(known))
        if len(known) == 1:
            alone[known[0]] += counts[0] ** 2
        elif len(known) <= _MOST:
            shared.append((np.array(known), counts))
    return shared, alone


def _features(one: Read, weights: Weights) -> Iterator[tuple[str, float]]:
    for pair in one.pairs:
        yield pair, weights.headed if pair in one.headed else 1.0
    for matter in one.matters:
        yield f"#{matter}", weights.matter * (weights.headed if matter in one.headed else 1.0)
    for place in one.places:
        yield f"@{place}", weights.place


def _where(reads: Sequence[Read], weights: Weights) -> np.ndarray:
    """Less where both name places but none in common, or were sent from different areas."""
    met = _in_common([one.places for one in reads])
    named = np.array([bool(one.places) for one in reads])
    factor = np.where(np.outer(named, named) & ~met, weights.elsewhere, 1.0).astype(np.float32)
    areas = np.unique([one.area for one in reads], return_inverse=True)[1]
    chosen = np.array([bool(one.area) for one in reads])
    area = np.where(areas[:, None] == areas, weights.same_area, weights.other_area)
    return factor * np.where(np.outer(chosen, chosen), area, 1.0)


def _in_common(places: Sequence[frozenset[str]]) -> np.ndarray:
    met = np.zeros((len(places), len(places)), dtype=bool)
    for name in {name for one in places for name in one}:
        rows = np.flatnonzero([name in one for one in places])
        met[np.ix_(rows, rows)] = True
    return met
