"""What waits about street committees and presidiums."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import LocalItem, LocalMeeting, LocalYear


def _meetings(user: Any, on: date) -> QuerySet:
    return LocalMeeting.objects.ahead_for(user)


def _meeting(pk: int, year: int, number: int, body__organisation__short_name: str, starts_at: str) -> dict[str, Any]:
    title = f"{body__organisation__short_name}{year}年第{number}次会议"
    meta = date_text(date.fromisoformat(starts_at[:10]))
    return {"title": title, "url": reverse("supervision:local-meeting", args=[pk]), "meta": meta}


def _items(user: Any, on: date) -> QuerySet:
    return LocalItem.objects.due_for(user, on)


def _item(title: str, plan: int, plan__body__organisation__short_name: str, due_on: str) -> dict[str, Any]:
    meta = f"{plan__body__organisation__short_name} · {date_text(date.fromisoformat(due_on))}前完成"
    return {"title": title, "url": reverse("supervision:local-year", args=[plan]), "meta": meta}


def _reports(user: Any, on: date) -> QuerySet:
    return LocalYear.objects.to_archive(user)


def _report(pk: int, year: int, body__organisation__short_name: str, reported_at: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(reported_at[:10]))}报送"
    title = f"{body__organisation__short_name}{year}年终报告"
    return {"title": title, "url": reverse("supervision:local-year", args=[pk]), "meta": meta}


PAGE, HOUSE = "supervision:local", "body__organisation__short_name"
MEETINGS = Tray(_meetings, ("pk", "year", "number", HOUSE, "starts_at"), _meeting, "supervision:local-meetings")
ITEMS = Tray(_items, ("title", "plan", f"plan__{HOUSE}", "due_on"), _item, "supervision:local-items")
REPORTS = Tray(_reports, ("pk", "year", HOUSE, "reported_at"), _report, "supervision:local-reports")
CARDS = (
    Card(
        "local-meetings",
        "将要召开的乡镇街道人大会议",
        frozenset({Role.TOWNSHIP_CLERK, Role.DEPUTY}),
        MEETINGS,
        order=360,
        icon="calendar",
        empty="没有已安排的会议。",
    ),
    Card(
        "local-items",
        "本月应完成的年度工作事项",
        frozenset({Role.TOWNSHIP_CLERK}),
        ITEMS,
        order=361,
        icon="check",
        empty="没有本月到期的事项。",
    ),
    Card(
        "local-reports",
        "待审阅的乡镇街道年终报告",
        frozenset({Role.CLERK, Role.SECRETARY}),
        REPORTS,
        order=362,
        icon="inbox",
        empty="没有待审阅的年终报告。",
    ),
)
