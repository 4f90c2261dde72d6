"""The cards of the performance file: what waits to be confirmed, objections."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import DutyEntry, DutyObjection
from foundation.accounts.roles import OFFICE_ROLES, Role
from foundation.web.cards import Card
from foundation.web.trays import Tray


def _entry(pk: int, title: str, deputy__name: str, kind__name: str) -> dict[str, Any]:
    return {"title": title, "url": reverse("deputies:duty", args=[pk]), "meta": f"{deputy__name} · {kind__name}"}


def _objection(entry: int, entry__title: str, entry__deputy__name: str) -> dict[str, Any]:
    return {"title": entry__title, "url": reverse("deputies:duty", args=[entry]), "meta": entry__deputy__name}


def _to_confirm(user: Any, on: date) -> QuerySet:
    return DutyEntry.objects.waiting_for(user).order_by("recorded_at", "pk")


def _objections(user: Any, on: date) -> QuerySet:
    return DutyObjection.objects.visible_to(user).waiting().order_by("raised_at", "pk")


CARDS = (
    Card(
        key="duty-to-confirm",
        title="待核实的自报履职",
        roles=frozenset({*OFFICE_ROLES, Role.GROUP_CONVENER, Role.TOWNSHIP_CLERK}),
        context=Tray(_to_confirm, ("pk", "title", "deputy__name", "kind__name"), _entry, "deputies:duties-waiting"),
        order=300,
        icon="inbox",
        empty="没有待核实的自报履职记录。",
    ),
    Card(
        key="duty-objections",
        title="待答复的履职记录异议",
        roles=frozenset(OFFICE_ROLES),
        context=Tray(_objections, ("entry", "entry__title", "entry__deputy__name"), _objection, "deputies:objections"),
        order=301,
        icon="info",
        empty="没有待答复的异议。",
    ),
)
