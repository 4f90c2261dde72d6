"""A line of the performance file, by the shortest way."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from deputies.models import DutyEntry, DutyKind, Mandate
from deputies.states import DutyState

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 5, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def kind(code: str) -> DutyKind:
    return DutyKind.objects.get(code=code)


def line(seat: Mandate, code: str = "inspection", **facts: object) -> DutyEntry:
    """A confirmed line about the person of `seat`, without the road that leads to it."""
    given = {"on": DAY, "title": "视察老旧小区改造", "state": DutyState.CONFIRMED, "recorded_at": AT, **facts}
    return DutyEntry.objects.create(deputy=seat.deputy, kind=kind(code), **given)


def reported(seat: Mandate, code: str = "voter_visit", **facts: object) -> DutyEntry:
    """A line the deputy has reported and nobody has looked at."""
    given = {"title": "走访青石村三户选民", "state": DutyState.REPORTED, "reported_by": seat.deputy.user, **facts}
    return line(seat, code, **given)


HALF = Decimal("0.5")
