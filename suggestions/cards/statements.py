"""The cards of year-end statements: those a unit has to send, those a deputy has to receive."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray
from suggestions.models import CommitmentStatement

COLUMNS = ("pk", "year", "unit__name", "deputy__name", "sent_at")


def _line(pk: int, year: int, unit__name: str, deputy__name: str, sent_at: str | None) -> dict[str, Any]:
    title = f"{unit__name}{year}年承诺情况告知（{deputy__name}代表）"
    meta = "已发送待签收" if sent_at else "待发送"
    return {"title": title, "url": reverse("suggestions:statement", args=[pk]), "meta": meta}


def _to_send(user: Any, on: date) -> QuerySet:
    return CommitmentStatement.objects.to_send_by(user).order_by("year", "pk")


def _to_receive(user: Any, on: date) -> QuerySet:
    return CommitmentStatement.objects.to_receive_by(user).order_by("year", "pk")


CARDS = (
    Card(
        key="statements-to-send",
        title="待发送的年终承诺告知",
        roles=frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD}),
        context=Tray(_to_send, COLUMNS, _line, "suggestions:statements"),
        order=150,
        icon="mail",
        urgent=True,
        empty="年终承诺情况都已告知代表。",
    ),
    Card(
        key="statements-to-receive",
        title="待签收的年终承诺告知",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_to_receive, COLUMNS, _line, "suggestions:statements"),
        order=150,
        icon="mail",
        urgent=True,
        empty="没有待签收的告知。",
    ),
)
