"""The card of matters that have risen."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import OFFICE_ROLES
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from liaison_stations.models import MatterGroup


def _risen(user: Any, on: date) -> QuerySet:
    return MatterGroup.objects.to_note(user).order_by("risen_at", "pk")


def _line(pk: int, matter: str, place: str, risen_at: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(risen_at[:10]))}列入"
    title = str(MatterGroup(matter=matter, place=place))
    return {"title": title, "url": reverse("stations:matter", args=[pk]), "meta": meta}


CARD = Card(
    key="matters-risen",
    title="待研判的热点事项",
    roles=frozenset(OFFICE_ROLES),
    context=Tray(_risen, ("pk", "matter", "place", "risen_at"), _line, "stations:risen-matters"),
    order=227,
    icon="chart",
    empty="没有待研判的热点事项。",
)
