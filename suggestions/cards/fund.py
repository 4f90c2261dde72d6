"""The cards of the handling fund: work of carriers, acceptance and screening by the office; one query each."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.web.cards import Card
from suggestions.models import FundApplication, FundProject
from suggestions.rules.money import yuan
from suggestions.states import ProjectState

SHOWN, MOST = 3, 1000


def _facts(rows: QuerySet, line: Any, url: str) -> dict[str, Any]:
    found = list(rows[:MOST])
    return {"count": len(found), "rows": [line(row) for row in found[:SHOWN]], "url": url}


def _project(row: FundProject) -> dict[str, Any]:
    meta = f"{row.get_state_display()} · 核定{yuan(row.approved)}"
    return {"title": row.name, "url": row.get_absolute_url(), "meta": meta, "light": None}


def _application(row: FundApplication) -> dict[str, Any]:
    url = reverse("suggestions:screen-application", args=[row.pk])
    return {"title": str(row.suggestion), "url": url, "meta": f"申请{yuan(row.amount)}", "light": None}


def _carried(user: Any, on: date) -> dict[str, Any]:
    at_work = (ProjectState.APPROVED, ProjectState.UNDER_WAY)
    rows = FundProject.objects.carried_by(user).filter(state__in=at_work).order_by("pk")
    return _facts(rows, _project, reverse("suggestions:funds"))


def _to_accept(user: Any, on: date) -> dict[str, Any]:
    rows = FundProject.objects.filter(state=ProjectState.COMPLETED).order_by("completed_on", "pk")
    return _facts(rows, _project, reverse("suggestions:funds"))


def _to_screen(user: Any, on: date) -> dict[str, Any]:
    rows = FundApplication.objects.filter(passed=None).select_related("suggestion").order_by("pk")
    return _facts(rows, _application, reverse("suggestions:fund-applications"))


CARDS = (
    Card(
        key="fund-carried",
        title="专项资金项目",
        roles=frozenset(DUTY_ROLES),
        context=_carried,
        order=160,
        icon="organisation",
        empty="没有由本单位实施的项目。",
    ),
    Card(
        key="fund-to-accept",
        title="待验收的专项资金项目",
        roles=frozenset({Role.CLERK}),
        context=_to_accept,
        order=161,
        icon="check-circle",
        empty="没有待验收的项目。",
    ),
    Card(
        key="fund-to-screen",
        title="待初审的专项资金申请",
        roles=frozenset({Role.CLERK}),
        context=_to_screen,
        order=162,
        icon="inbox",
        empty="没有待初审的申请。",
    ),
)
