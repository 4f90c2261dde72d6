"""A district map drawn of its own points: no outside service, no tiles unless the office names its own. Pure."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH = 800
HEIGHTS = (360, 900)
MARGIN = 70
# Degrees a map shows at least, so that a single point is no map of a doorstep.
LEAST_SPAN = 0.02
# Tiles across a map: enough to be sharp, few enough to load.
TILES_ACROSS = 4
EARTH_METRES = 40_075_017


@dataclass(frozen=True)
class Point:
    """One mark. `group` is the township or street, `shape` how it is drawn (home, station, point)."""

    label: str
    longitude: float
    latitude: float
    url: str = ""
    group: str = ""
    shape: str = "station"
    here: bool = False


@dataclass(frozen=True)
class Mark:
    """A point on the paper."""

    point: Point
    x: float
    y: float


@dataclass(frozen=True)
class Ground:
    """The ground of one township or street: the hull of its points, to be drawn with a broad round edge."""

    name: str
    path: str
    x: float
    y: float
    tint: int


@dataclass(frozen=True)
class Tile:
    """One picture of the office's own map service."""

    url: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class DistrictMap:
    """Ready for `liaison_stations/map.html`; `scale` is (length on the paper, words)."""

    width: int
    height: int
    marks: Sequence[Mark]
    grounds: Sequence[Ground]
    scale: tuple[float, str]
    tiles: Sequence[Tile] = field(default_factory=list)
    # What leads from paper back to the world: Web Mercator of the upper left corner, lengths of paper to one world.
    window: tuple[float, float, float] = (0.0, 0.0, 1.0)

    @property
    def foot(self) -> int:
        """Where the scale stands."""
        return self.height - 18


def draw(points: Iterable[Point], tiles: str = "") -> DistrictMap | None:
    """The map of these points, or None without any.

    `tiles` is the address of a map service in the form https://…/{z}/{x}/{y}.png; empty draws grounds alone. North is
    up; the projection is that of such services (Web Mercator), so that both fit.
    """
    known = list(points)
    if not known:
        return None
    frame = _Frame([(point.longitude, point.latitude) for point in known])
    placed = [(point, *frame.place(point.longitude, point.latitude)) for point in known]
    marks = [Mark(point, x, y) for point, x, y in placed]
    # From north to south, so that a lower mark lies over the ground of an upper one and the keyboard reads downwards.
    marks.sort(key=lambda mark: (mark.y, mark.x))
    pictures = frame.tiles(tiles) if tiles else []
    return DistrictMap(WIDTH, frame.height, marks, _grounds(placed), frame.scale(), pictures, frame.window)


class _Frame:
    """The window of the world the paper shows."""

    def __init__(self, places: Sequence[tuple[float, float]]) -> None:
        worlds = [_world(longitude, latitude) for longitude, latitude in places]
        self.latitude = sum(latitude for _, latitude in places) / len(places)
        west, east = _spread([x for x, _ in worlds])
        north, south = _spread([y for _, y in worlds])
        drawn = WIDTH - 2 * MARGIN
        self.per_world = min(drawn / (east - west), (HEIGHTS[1] - 2 * MARGIN) / (south - north))
        self.height = round(max(HEIGHTS[0], (south - north) * self.per_world + 2 * MARGIN))
        self.left = (west + east) / 2 - WIDTH / 2 / self.per_world
        self.top = (north + south) / 2 - self.height / 2 / self.per_world

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        x, y = _world(longitude, latitude)
        return round((x - self.left) * self.per_world, 1), round((y - self.top) * self.per_world, 1)

    @property
    def window(self) -> tuple[float, float, float]:
        """Left, top (0 to 1), and the paper's length of the whole world."""
        return self.left, self.top, self.per_world

    def scale(self) -> tuple[float, str]:
        """A round distance about a fifth of the width long."""
        metres = EARTH_METRES * math.cos(math.radians(self.latitude)) / self.per_world
        wanted = metres * WIDTH / 5
        power = 10 ** math.floor(math.log10(wanted))
        length = max(step * power for step in (1, 2, 5) if step * power <= wanted)
        words = f"{length / 1000:g}公里" if length >= 1000 else f"{length:g}米"
        return round(length / metres, 1), words

    def tiles(self, address: str) -> list[Tile]:
        zoom = max(0, min(18, math.floor(math.log2(TILES_ACROSS * self.per_world / WIDTH))))
        count = 2**zoom
        size = self.per_world / count
        columns = range(math.floor(self.left * count), math.floor((self.left + WIDTH / self.per_world) * count) + 1)
        rows = range(math.floor(self.top * count), math.floor((self.top + self.height / self.per_world) * count) + 1)
        return [
            Tile(
                address.replace("{z}", str(zoom)).replace("{x}", str(column)).replace("{y}", str(row)),
                round(column * size - self.left * self.per_world, 1),
                round(row * size - self.top * self.per_world, 1),
                round(size, 1),
            )
            for row in rows
            for column in columns
        ]


def _world(longitude: float, latitude: float) -> tuple[float, float]:
    """Web Mercator: 0 to 1 from west to east and from north to south."""
    radians = math.radians(max(-85.0, min(85.0, latitude)))
    return (longitude + 180) / 360, (1 - math.asinh(math.tan(radians)) / math.pi) / 2


def _spread(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    short = LEAST_SPAN / 360 - (high - low)
    return (low - short / 2, high + short / 2) if short > 0 else (low, high)


def _grounds(placed: Sequence[tuple[Point, float, float]]) -> list[Ground]:
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for point, x, y in placed:
        if point.group:
            found[point.group].append((x, y))
    grounds = []
    for number, (name, corners) in enumerate(sorted(found.items())):
        hull = convex_hull(corners)
        path = "M" + " L".join(f"{x} {y}" for x, y in hull) + " Z"
        middle = (round(sum(x for x, _ in hull) / len(hull), 1), round(min(y for _, y in hull) - 34, 1))
        grounds.append(Ground(name, path, *middle, tint=number % 6 + 1))
    return grounds


def convex_hull(corners: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the smallest convex shape around the points, in order (Andrew's chain)."""
    points = sorted(set(corners))
    if len(points) < 3:
        return points
    return _half(points)[:-1] + _half(points[::-1])[:-1]


def _half(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for point in points:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
