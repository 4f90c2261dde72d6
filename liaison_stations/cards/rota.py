"""The cards of reception days: one's own turns, swaps to answer, days to write down, days with a deputy missing."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.accounts.roles import OFFICE_ROLES, Role
from foundation.web.cards import Card
from foundation.web.chinese import datetime_text
from foundation.web.trays import Tray
from foundation.workdays.clock import now
from liaison_stations.models import DutySwap, ReceptionSlot, SlotTurn

KEEPING = frozenset({Role.STATION_KEEPER, Role.TOWNSHIP_CLERK, *OFFICE_ROLES})


def when_text(text: str) -> str:
    return datetime_text(timezone.localtime(datetime.fromisoformat(text)))


def _slot(pk: int, station__name: str, starts_at: str) -> dict[str, Any]:
    return {"title": station__name, "url": reverse("stations:slot", args=[pk]), "meta": when_text(starts_at)}


def _turn(slot__pk: int, slot__station__name: str, slot__starts_at: str) -> dict[str, Any]:
    return _slot(slot__pk, slot__station__name, slot__starts_at)


def _swap(pk: int, turn__deputy__name: str, turn__slot__starts_at: str) -> dict[str, Any]:
    title = f"{turn__deputy__name}代表商请换班"
    return {"title": title, "url": reverse("stations:agree-swap", args=[pk]), "meta": when_text(turn__slot__starts_at)}


def _my_turns(user: Any, on: date) -> QuerySet:
    return SlotTurn.objects.of_user(user).ahead(on)


def _to_answer(user: Any, on: date) -> QuerySet:
    return DutySwap.objects.waiting_for(user)


def _to_close(user: Any, on: date) -> QuerySet:
    return ReceptionSlot.objects.kept_by(user, on).to_close(now()).order_by("starts_at", "pk")


def _short(user: Any, on: date) -> QuerySet:
    return ReceptionSlot.objects.kept_by(user, on).short_of_deputies(on).order_by("starts_at", "pk")


_SLOT = ("pk", "station__name", "starts_at")
CARDS = (
    Card(
        key="my-reception-days",
        title="我的接待日",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_my_turns, ("slot__pk", "slot__station__name", "slot__starts_at"), _turn, "stations:my-turns"),
        order=345,
        icon="calendar",
        empty="近期没有安排您值班。",
    ),
    Card(
        key="swaps-to-answer",
        title="待答复的换班",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_to_answer, ("pk", "turn__deputy__name", "turn__slot__starts_at"), _swap, "stations:my-turns"),
        order=346,
        icon="inbox",
        empty="没有待答复的换班。",
    ),
    Card(
        key="reception-to-close",
        title="待登记到岗情况的接待日",
        roles=KEEPING,
        context=Tray(_to_close, _SLOT, _slot, "stations:slots-to-close"),
        order=347,
        icon="inbox",
        empty="没有待登记的接待日。",
    ),
    Card(
        key="reception-short",
        title="缺值班代表的接待日",
        roles=KEEPING,
        context=Tray(_short, _SLOT, _slot, "stations:slots-short"),
        order=348,
        icon="warning",
        empty="近期接待日都已排满。",
    ),
)
