"""Topical deliberations: navigation, tones, the card of those ahead."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.rules import ANSWERING
from foundation.accounts.roles import Role
from foundation.web import cards, navigation, panels, tones
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from liaison_stations.models import Deliberation
from liaison_stations.panels import council
from liaison_stations.rules.deliberations import may_list_deliberations
from liaison_stations.states.deliberation import DeliberationState


def _open(user: Any, on: date) -> QuerySet:
    return Deliberation.objects.visible_to(user).open().order_by("starts_at", "pk")


def _line(pk: int, topic: str, state: str, station__name: str, starts_at: str) -> dict[str, Any]:
    day = date_text(date.fromisoformat(starts_at[:10]))
    meta = f"{station__name} · {day} · {DeliberationState(state).label}"
    return {"title": topic, "url": reverse("stations:deliberation", args=[pk]), "meta": meta}


def _reads(user: Any) -> bool:
    return bool(may_list_deliberations(user))


OPEN = Tray(_open, ("pk", "topic", "state", "station__name", "starts_at"), _line, "stations:deliberations")
ROLES = frozenset({*ANSWERING, Role.DEPUTY, Role.STATION_KEEPER, Role.CLERK})
panels.register(council.PANEL)
cards.register(Card("deliberations", "专题议事", ROLES, OPEN, order=346, icon="people", empty="没有进行中的专题议事。"))
tones.register(
    "liaison_stations.deliberation.state",
    {"planned": "info", "held": "warn", "closed": "ok", "cancelled": "muted"},
)
navigation.register(
    navigation.NavItem("专题议事", "stations:deliberations", icon="people", allowed=_reads, order=67, section="联络站")
)
