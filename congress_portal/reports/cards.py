"""The desk: reports that wait for the office, and the latest ones for those who deliberate them."""

from datetime import date
from typing import Any

from django.urls import reverse

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from congress_portal.reports.states import ReportState
from foundation.web.cards import Card

SHOWN = 3
TO_DO = (ReportState.FAILED, ReportState.BUILT, ReportState.CONFIRMED)


def to_do(user: Any, on: date) -> dict[str, Any]:
    """What is built and not confirmed, confirmed and not adopted, or went wrong."""
    return _facts(list(AnnualReport.objects.light().visible_to(user).filter(state__in=TO_DO)))


def to_read(user: Any, on: date) -> dict[str, Any]:
    """Reports that are before a meeting."""
    return _facts(list(AnnualReport.objects.light().visible_to(user).filter(state=ReportState.CONFIRMED)))


def _facts(rows: list[AnnualReport]) -> dict[str, Any]:
    shown = [
        {"title": str(row), "url": row.get_absolute_url(), "meta": row.get_state_display()} for row in rows[:SHOWN]
    ]
    return {"count": len(rows), "rows": shown, "url": reverse("reports:list")}


CARDS = (
    Card("reports-to-do", "年度报告", frozenset(OFFICE), to_do, order=60, icon="chart", empty="没有待审定的报告。"),
    Card(
        "reports-to-read",
        "待审议的年度报告",
        frozenset(DELIBERATING),
        to_read,
        order=60,
        icon="chart",
        empty="没有待审议的报告。",
    ),
)
