"""The card of year-end statements: those a unit has to send, those a deputy has to receive; one query each."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from suggestions.models import CommitmentStatement

SHOWN = 3


def _facts(rows: QuerySet, most: int = 1000) -> dict[str, Any]:
    """Count, the first rows and the list behind them; one query."""
    found = list(rows.select_related("unit", "deputy").order_by("year", "pk")[:most])
    shown = [
        {"title": str(row), "url": row.get_absolute_url(), "meta": row.state_text, "light": None}
        for row in found[:SHOWN]
    ]
    return {"count": len(found), "rows": shown, "url": reverse("suggestions:statements")}


def _to_send(user: Any, on: date) -> dict[str, Any]:
    return _facts(CommitmentStatement.objects.to_send_by(user))


def _to_receive(user: Any, on: date) -> dict[str, Any]:
    return _facts(CommitmentStatement.objects.to_receive_by(user))


CARDS = (
    Card(
        key="statements-to-send",
        title="待发送的年终承诺告知",
        roles=frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD}),
        context=_to_send,
        order=150,
        icon="mail",
        urgent=True,
        empty="年终承诺情况都已告知代表。",
    ),
    Card(
        key="statements-to-receive",
        title="待签收的年终承诺告知",
        roles=frozenset({Role.DEPUTY}),
        context=_to_receive,
        order=150,
        icon="mail",
        urgent=True,
        empty="没有待签收的告知。",
    ),
)
