"""The cards of the handling fund: work of carriers, acceptance and screening by the office."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.web.cards import Card
from foundation.web.chinese import money_text
from foundation.web.trays import Tray
from suggestions.models import FundApplication, FundProject
from suggestions.states import ProjectState

OF_PROJECT = ("pk", "name", "state", "approved")


def _project(pk: int, name: str, state: str, approved: Decimal) -> dict[str, Any]:
    meta = f"{ProjectState(state).label} · 核定{money_text(approved)}"
    return {"title": name, "url": reverse("suggestions:fund-project", args=[pk]), "meta": meta}


def _application(pk: int, amount: Decimal, suggestion__title: str) -> dict[str, Any]:
    url = reverse("suggestions:screen-application", args=[pk])
    return {"title": suggestion__title, "url": url, "meta": f"申请{money_text(amount)}"}


def _carried(user: Any, on: date) -> QuerySet:
    at_work = (ProjectState.APPROVED, ProjectState.UNDER_WAY)
    return FundProject.objects.carried_by(user).filter(state__in=at_work).order_by("pk")


def _to_accept(user: Any, on: date) -> QuerySet:
    return FundProject.objects.visible_to(user).filter(state=ProjectState.COMPLETED).order_by("completed_on", "pk")


def _to_screen(user: Any, on: date) -> QuerySet:
    return FundApplication.objects.visible_to(user).filter(passed=None).order_by("pk")


CARDS = (
    Card(
        key="fund-carried",
        title="专项资金项目",
        roles=frozenset(DUTY_ROLES),
        context=Tray(_carried, OF_PROJECT, _project, "suggestions:funds"),
        order=160,
        icon="organisation",
        empty="没有由本单位实施的项目。",
    ),
    Card(
        key="fund-to-accept",
        title="待验收的专项资金项目",
        roles=frozenset({Role.CLERK}),
        context=Tray(_to_accept, OF_PROJECT, _project, "suggestions:funds"),
        order=161,
        icon="check-circle",
        empty="没有待验收的项目。",
    ),
    Card(
        key="fund-to-screen",
        title="待初审的专项资金申请",
        roles=frozenset({Role.CLERK}),
        context=Tray(_to_screen, ("pk", "amount", "suggestion__title"), _application, "suggestions:fund-applications"),
        order=162,
        icon="inbox",
        empty="没有待初审的申请。",
    ),
)
