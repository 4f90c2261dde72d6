"""Charts for documents, drawn by matplotlib with the same Chinese font the PDF uses."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

from foundation.documents.writing.fonts import packaged
from foundation.documents.writing.tree import Picture

# The same order as on the screen (static/css/tokens.css, --series-…).
SERIES = ("#9f1d20", "#0b4f8a", "#1b6b3a", "#8a5a00", "#5b3a8c", "#00707a")
RESOLUTION = 200


def bar_picture(title: str, rows: Sequence[tuple[str, float]], *, unit: str = "件") -> Picture:
    """Bars from left to right with their figures; the alternative text names every one of them."""
    figure, axes = _canvas(max(3.2, 0.42 * len(rows) + 1.2))
    labels, values = [label for label, _ in rows][::-1], [value for _, value in rows][::-1]
    bars = axes.barh(labels, values, color=SERIES[0], height=0.62)
    axes.bar_label(bars, labels=[f"{value:g}" for value in values], padding=3, fontproperties=_font(9))
    axes.set_xlim(0, max([*values, 1]) * 1.12)
    axes.set_xticks([])
    return _picture(figure, axes, title, rows, unit)


def column_picture(
    title: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, unit: str = "件"
) -> Picture:
    """Columns of several series side by side, one group for each label."""
    figure, axes = _canvas(3.6)
    share = 0.8 / len(series)
    for place, (name, values) in enumerate(series):
        offsets = [at - 0.4 + share * (place + 0.5) for at in range(len(labels))]
        bars = axes.bar(offsets, values, share * 0.92, label=name, color=SERIES[place % len(SERIES)])
        axes.bar_label(bars, labels=[f"{value:g}" for value in values], padding=2, fontproperties=_font(8))
    axes.set_xticks(range(len(labels)), labels)
    axes.set_yticks([])
    axes.legend(prop=_font(9), frameon=False, loc="upper right")
    rows = [(f"{label}{name}", value) for name, values in series for label, value in zip(labels, values, strict=True)]
    return _picture(figure, axes, title, rows, unit)


def _canvas(height: float) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(6.0, height), dpi=RESOLUTION, layout="tight")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    return figure, axes


@cache
def _font(size: float) -> Any:
    from matplotlib.font_manager import FontProperties, findfont  # noqa: PLC0415

    shipped = [path for folder in packaged() for path in sorted(folder.glob("*Sans*.otf"))]
    if shipped:
        return FontProperties(fname=str(shipped[0]), size=size)
    wanted = FontProperties(family=["Noto Sans CJK SC", "Noto Sans SC", "SimHei"], size=size)
    return FontProperties(fname=findfont(wanted), size=size)


def _picture(figure: Any, axes: Any, title: str, rows: Sequence[tuple[str, float]], unit: str) -> Picture:
    for label in [*axes.get_xticklabels(), *axes.get_yticklabels()]:
        label.set_fontproperties(_font(9))
    axes.tick_params(length=0)
    drawn = BytesIO()
    # The program's name and version would be written into the file and change its bytes.
    figure.savefig(drawn, format="png", metadata={"Software": None})
    told = "，".join(f"{label}{value:g}{unit}" for label, value in rows)
    return Picture(drawn.getvalue(), alt=f"{title}：{told}。", width=150, caption=title)
