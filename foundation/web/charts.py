"""Charts drawn on the server: figures in, plain geometry out, `components/chart.html` draws it as SVG.

Series colours are numbers 1–6 that tokens.css turns into colour; every chart carries the table it was made of.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

WIDTH, HEIGHT = 640, 280
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 16, 36
SERIES = 6


@dataclass(frozen=True)
class Chart:
    """`kind` is bar, line or donut; `header` and `rows` are the table behind the picture."""

    kind: str
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Any]]
    shapes: Sequence[dict[str, Any]] = ()
    labels: Sequence[dict[str, Any]] = ()
    grid: Sequence[dict[str, Any]] = ()
    legend: Sequence[dict[str, Any]] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    centre: str = ""

    @property
    def key(self) -> str:
        """An id for aria-labelledby, the same for the same figures."""
        return f"chart-{abs(hash((self.kind, self.title, tuple(map(tuple, self.rows))))) % 10**10}"


def nice_top(highest: float) -> float:
    """The round number at or above `highest` that the axis ends with: 1, 2 or 5 times a power of ten."""
    if highest <= 0:
        return 1
    power = 10 ** math.floor(math.log10(highest))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= highest)


def axis_steps(top: float, *, counts: bool) -> list[float]:
    """Where an axis from nought to `top` has its lines: quarters, of `counts` whole numbers alone."""
    if not counts:
        return [top * part / 4 for part in range(5)]
    whole = int(top)
    parts = next(parts for parts in (4, 5, 2, 1) if whole % parts == 0)
    return [whole * part // parts for part in range(parts + 1)]


def bar_chart(
    title: str, rows: Sequence[tuple[str, float]], unit: str = "件", series: int = 1, whole: float = 0
) -> Chart:
    """Horizontal bars under their labels, the longest filling the line: Chinese labels stay readable at 390 px.

    Of shares, `whole` is what would fill it.
    """
    longest = whole or max((value for _, value in rows), default=0) or 1
    shapes = [
        {"label": label, "text": f"{_short(value)}{unit}", "width": round(value / longest * 100, 2), "series": series}
        for label, value in rows
    ]
    return Chart("bar", title, ("项目", f"数量（{unit}）"), rows, shapes)


def line_chart(
    title: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], unit: str = "件"
) -> Chart:
    """One line per series over common labels; at most six series."""
    top = nice_top(max((value for _, values in series for value in values), default=0))
    shapes = [_line(number, name, values, top) for number, (name, values) in enumerate(series, start=1)]
    every = max(1, math.ceil(len(labels) / 6))
    bottom = [
        {"x": _x(index, len(labels)), "y": HEIGHT - 10, "text": text, "anchor": "middle"}
        for index, text in enumerate(labels)
        if index % every == 0
    ]
    counts = all(isinstance(value, int) for _, values in series for value in values)
    grid = [{"y": _y(step, top), "text": _short(step)} for step in axis_steps(top, counts=counts)]
    rows = [(label, *(values[index] for _, values in series)) for index, label in enumerate(labels)]
    header = ("时间", *(f"{name}（{unit}）" for name, _ in series))
    legend = [{"series": shape["series"], "text": shape["name"]} for shape in shapes]
    return Chart("line", title, header, rows, shapes, bottom, grid, legend)


def donut_chart(
    title: str, rows: Sequence[tuple[str, float]], unit: str = "件", series: Sequence[int] = (1, 2, 3, 4, 5, 6)
) -> Chart:
    """Shares of a whole as a ring; the legend gives figure and percentage, so colour is never the only cue.

    `series` says which colour each row takes, for rows that mean good or bad.
    """
    total = sum(value for _, value in rows)
    around, offset, shapes, legend = 2 * math.pi * 80, 0.0, [], []
    for (label, value), colour in zip(rows, cycle(series), strict=False):
        share = value / total if total else 0
        # A hair's breadth of ground between the shares keeps them apart without colour.
        shape = {
            "length": round(max(0, share * around - 2), 2),
            "offset": round(-offset, 2),
            "around": round(around, 2),
        }
        shapes.append({**shape, "series": colour})
        legend.append({"series": colour, "text": f"{label} {_short(value)}{unit}（{share:.1%}）"})
        offset += share * around
    header = ("项目", f"数量（{unit}）")
    return Chart("donut", title, header, rows, shapes, legend=legend, width=220, height=220, centre=_short(total))


def _line(number: int, name: str, values: Sequence[float], top: float) -> dict[str, Any]:
    points = [(_x(index, len(values)), _y(value, top)) for index, value in enumerate(values)]
    path = " ".join(f"{x},{y}" for x, y in points)
    return {"series": (number - 1) % SERIES + 1, "name": name, "path": path, "points": points}


def _x(index: int, count: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * (index + 0.5) / max(1, count), 1)


def _y(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
