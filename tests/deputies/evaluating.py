"""A yearly evaluation for tests, as far on its way as a test needs it."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Evaluation, EvaluationRound, EvaluationScheme
from deputies.transitions.open_evaluations import open_evaluations
from deputies.transitions.rate_evaluation import rate_office, rate_self

AT = datetime(2026, 12, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def opened(cast: Any, *, at: datetime = AT, year: int = 2026, **facts: Any) -> EvaluationRound:
    scheme = facts.pop("scheme", None) or EvaluationScheme.objects.get()
    return open_evaluations(scheme=scheme, year=year, self_due_on=at.date() + timedelta(days=10), by=cast.he, at=at)


def of(seat: Any, year: int = 2026) -> Evaluation:
    return Evaluation.objects.get(mandate=seat, round__year=year)


def marks(row: Evaluation, *points: str) -> dict[int, Decimal]:
    """Points for the items of the scheme in their order."""
    items = row.round.scheme.items.all()
    return {item.pk: Decimal(given) for item, given in zip(items, points, strict=True)}


GOOD, POOR = ("38", "36.5", "18"), ("20", "20", "10")


def self_rated(seat: Any, *, at: datetime = AT, points: tuple[str, ...] = GOOD, year: int = 2026) -> Evaluation:
    row = of(seat, year)
    return rate_self(row, marks=marks(row, *points), by=seat.deputy.user, at=at)


def shown(cast: Any, seat: Any, *, at: datetime = AT, points: tuple[str, ...] = GOOD, year: int = 2026) -> Evaluation:
    """Marked by the office alone, with its explanation."""
    row = of(seat, year)
    return rate_office(row, marks=marks(row, *points), words="代表因病未自评。", by=cast.he, at=at)


def last_day(row: Evaluation) -> date:
    """The last day of the window to object."""
    assert row.objection_ends_on is not None
    return row.objection_ends_on
