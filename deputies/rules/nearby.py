"""How near a telephone is to the hall. Pure: positions come in, a class of distance comes out, nothing is kept.

A position can be forged by whoever sets his mind to it; the code on the screen stays the first barrier.
"""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from deputies.states import Nearness

EARTH_METRES = 6_371_000


@dataclass(frozen=True)
class Position:
    """Degrees, and how many metres the telephone may be wrong by its own word."""

    latitude: float
    longitude: float
    accuracy: float = 0.0


def metres_between(one: Position, other: Position) -> float:
    """Along the surface of the earth (haversine)."""
    north = radians(other.latitude - one.latitude) / 2
    east = radians(other.longitude - one.longitude) / 2
    bow = sin(north) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east) ** 2
    return 2 * EARTH_METRES * asin(sqrt(min(bow, 1.0)))


def is_vague(position: Position, metres: int) -> bool:
    """Whether the telephone itself does not know well enough for the question."""
    return position.accuracy > metres


def nearness(hall: Position, position: Position, metres: int) -> Nearness | None:
    """Inside, at the edge (within what the telephone may be wrong), None for farther away."""
    away = metres_between(hall, position)
    if away <= metres:
        return Nearness.INSIDE
    return Nearness.EDGE if away <= metres + position.accuracy else None


def hall_of(activity: Any) -> Position:
    """Where the organiser has marked the hall."""
    return Position(float(activity.latitude), float(activity.longitude))
