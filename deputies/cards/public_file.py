"""A deputy's performance as the public reads it: what is confirmed, counted by kind and year, without any title."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from deputies.models import Deputy, DutyEntry
from deputies.states import DutyUnit
from foundation.web.charts import Chart, bar_chart


@dataclass(frozen=True)
class Figure:
    """One kind of duty in one year: "视察", 2, "次"."""

    name: str
    amount: Decimal
    unit: str

    @property
    def text(self) -> str:
        return f"{self.amount.normalize():f}{self.unit}"


def figures_by_year(deputy: Deputy) -> dict[int, list[Figure]]:
    """The figures of every year that has any, latest first; one query."""
    rows = DutyEntry.objects.public().filter(deputy=deputy).order_by("-on__year", "kind__order", "kind__pk")
    found: dict[int, list[Figure]] = {}
    for year, name, unit, amount in rows.values_list("on__year", "kind__name", "kind__unit").annotate(
        amount=Sum("quantity")
    ):
        found.setdefault(year, []).append(Figure(name, amount, DutyUnit(unit).label))
    return found


def chart_of(year: int, figures: Sequence[Figure]) -> Chart | None:
    """Bars of the figures; None where there is nothing to draw."""
    rows = [(f"{figure.name}（{figure.unit}）", float(figure.amount)) for figure in figures]
    return bar_chart(f"{year}年履职情况", rows, unit="") if rows else None
