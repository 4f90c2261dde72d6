"""What the office has to carry on about recalls and by-elections, and a deputy's right to defend himself."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import ByElection, Recall
from supervision.rules.house import OFFICE
from supervision.states.seats import ByElectionState, RecallState


def _recalls(user: Any, on: date) -> QuerySet:
    return Recall.objects.open_for(user)


def _recall(pk: int, mandate__deputy__name: str, state: str, received_on: str) -> dict[str, Any]:
    meta = f"{RecallState(state).label} · {date_text(date.fromisoformat(received_on))}收到"
    url = reverse("supervision:recall", args=[pk])
    return {"title": f"罢免{mandate__deputy__name}的要求", "url": url, "meta": meta}


def _own(user: Any, on: date) -> QuerySet:
    return Recall.objects.to_defend(user)


def _defence(pk: int, accepted_on: str, defend_by: str | None) -> dict[str, Any]:
    until = f"{date_text(date.fromisoformat(defend_by))}前" if defend_by else "印发选民以前"
    meta = f"{date_text(date.fromisoformat(accepted_on))}受理 · {until}可以提出书面申辩"
    return {"title": "对您的罢免要求", "url": reverse("supervision:recall", args=[pk]), "meta": meta}


def _elections(user: Any, on: date) -> QuerySet:
    return ByElection.objects.open_for(user)


def _election(pk: int, constituency__name: str, state: str, vote_on: str) -> dict[str, Any]:
    meta = f"{ByElectionState(state).label} · {date_text(date.fromisoformat(vote_on))}投票"
    return {
        "title": f"{constituency__name}补选代表",
        "url": reverse("supervision:by-election", args=[pk]),
        "meta": meta,
    }


RECALLS = Tray(_recalls, ("pk", "mandate__deputy__name", "state", "received_on"), _recall, "supervision:open-recalls")
ELECTIONS = Tray(
    _elections, ("pk", "constituency__name", "state", "vote_on"), _election, "supervision:open-by-elections"
)
DEFENCES = Tray(_own, ("pk", "accepted_on", "defend_by"), _defence, "supervision:recalls-to-defend")
CARDS = (
    Card(
        "recalls-to-defend",
        "可以提出申辩的罢免要求",
        frozenset({Role.DEPUTY}),
        DEFENCES,
        order=364,
        icon="edit",
        empty="没有可以提出申辩的罢免要求。",
    ),
    Card(
        "recalls",
        "办理中的罢免",
        frozenset(OFFICE),
        RECALLS,
        order=365,
        icon="person",
        empty="没有办理中的罢免。",
    ),
    Card(
        "by-elections",
        "办理中的补选",
        frozenset(OFFICE),
        ELECTIONS,
        order=366,
        icon="people",
        empty="没有办理中的补选。",
    ),
)
