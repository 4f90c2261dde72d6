"""The card of visitors who are to be told of the result."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray
from liaison_stations.cards.rota import KEEPING, when_text
from liaison_stations.models import ReceptionRecord
from liaison_stations.states.reception import ReceptionPath


def _line(pk: int, station__name: str, path: str, received_at: str) -> dict[str, Any]:
    title = f"{station__name}：{ReceptionPath(path).label}"
    return {"title": title, "url": reverse("stations:reception", args=[pk]), "meta": f"{when_text(received_at)}接待"}


def _to_tell(user: Any, on: date) -> QuerySet:
    return ReceptionRecord.objects.visible_to(user).to_tell().order_by("received_at", "pk")


CARD = Card(
    key="visitors-to-tell",
    title="待告知来访群众的事项",
    roles=KEEPING | {Role.DEPUTY},
    context=Tray(_to_tell, ("pk", "station__name", "path", "received_at"), _line, "stations:receptions"),
    order=349,
    icon="phone",
    empty="没有待告知的事项。",
)
