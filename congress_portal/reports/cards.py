"""The desk: reports that wait for the office, and the latest ones for those who deliberate them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.rules import DELIBERATING, OFFICE
from congress_portal.reports.states import DeputyReportState, ReportState
from foundation.accounts.roles import Role
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


def _words(user: Any, on: date) -> QuerySet:
    """One's own report that waits for one's words."""
    return DeputyReport.objects.filter(deputy__user=user, state=DeputyReportState.OPEN).order_by("words_until", "pk")


def _to_check(user: Any, on: date) -> QuerySet:
    return DeputyReport.objects.checked_by(user).filter(state=DeputyReportState.WRITTEN).order_by("written_at", "pk")


def _to_confirm(user: Any, on: date) -> QuerySet:
    return DeputyReport.objects.filter(state=DeputyReportState.CHECKED).order_by("checked_at", "pk")


def _own(pk: int, deputy__name: str, year: int, edition: int, words_until: str | None) -> dict[str, Any]:
    title = f"{deputy__name}{year}年度履职报告" + (f"（第{edition}版）" if edition > 1 else "")
    meta = f"补充期限 {words_until}" if words_until else ""
    return {"title": title, "url": reverse("reports:deputy-report", args=[pk]), "meta": meta}


OWN = ("pk", "deputy__name", "year", "edition", "words_until")
CARDS = (
    Card(
        "own-report-words",
        "年度履职报告待补充",
        frozenset({Role.DEPUTY}),
        Tray(_words, OWN, _own, "reports:mine"),
        order=310,
        icon="document",
        empty="没有待补充的年度履职报告。",
    ),
    Card(
        "own-reports-to-check",
        "待核对的年度履职报告",
        frozenset({*OFFICE, Role.GROUP_CONVENER, Role.TOWNSHIP_CLERK}),
        Tray(_to_check, OWN, _own, "reports:deputy-reports"),
        order=311,
        icon="document",
        empty="没有待核对的年度履职报告。",
    ),
    Card(
        "own-reports-to-confirm",
        "待审定的年度履职报告",
        frozenset(OFFICE),
        Tray(_to_confirm, OWN, _own, "reports:deputy-reports"),
        order=312,
        icon="document",
        empty="没有待审定的年度履职报告。",
    ),
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
