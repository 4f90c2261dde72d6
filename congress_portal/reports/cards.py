"""The desk: reports that wait for the office, and the latest ones for those who deliberate them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from congress_portal.reports.states import ReportState
from foundation.web.cards import Card
from foundation.web.trays import Tray

TO_DO = (ReportState.FAILED, ReportState.BUILT, ReportState.CONFIRMED)
COLUMNS = ("pk", "kind", "year", "edition", "state")


def _to_do(user: Any, on: date) -> QuerySet:
    """What is built and not confirmed, confirmed and not adopted, or went wrong."""
    return AnnualReport.objects.visible_to(user).filter(state__in=TO_DO)


def _to_read(user: Any, on: date) -> QuerySet:
    """Reports that are before a meeting."""
    return AnnualReport.objects.visible_to(user).filter(state=ReportState.CONFIRMED)


def _line(**columns: Any) -> dict[str, Any]:
    row = AnnualReport(**columns)
    return {"title": str(row), "url": row.get_absolute_url(), "meta": row.get_state_display()}


CARDS = (
    Card(
        "reports-to-do",
        "年度报告",
        frozenset(OFFICE),
        Tray(_to_do, COLUMNS, _line, "reports:list"),
        order=60,
        icon="chart",
        empty="没有待审定的报告。",
    ),
    Card(
        "reports-to-read",
        "待审议的年度报告",
        frozenset(DELIBERATING),
        Tray(_to_read, COLUMNS, _line, "reports:list"),
        order=60,
        icon="chart",
        empty="没有待审议的报告。",
    ),
)
