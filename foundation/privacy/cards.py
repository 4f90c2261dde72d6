"""The card of purges that wait for one person or for another."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.privacy.models import PurgeOrder
from foundation.privacy.rules import OFFICE
from foundation.privacy.states import PurgeState
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray


def _waiting(user: Any, on: date) -> QuerySet:
    return PurgeOrder.objects.waiting_for(user).order_by("found_at", "pk")


def _line(pk: int, state: str, found_at: str) -> dict[str, Any]:
    meta = f"{PurgeState(state).label} · {date_text(date.fromisoformat(found_at[:10]))}列出"
    return {"title": f"清除单第{pk}号", "url": reverse("privacy:purge", args=[pk]), "meta": meta}


CARD = Card(
    key="purges",
    title="到期个人信息待清除",
    roles=frozenset(OFFICE),
    context=Tray(_waiting, ("pk", "state", "found_at"), _line, "privacy:purges"),
    order=480,
    icon="document",
    empty="没有到期待清除的个人信息。",
)
