"""What waits about ballots: a paper to be voted, a ballot to be held or announced."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import Ballot
from supervision.rules.house import LEADERS
from supervision.states.ballots import BallotState

PAGE = "supervision:ballots"
FIELDS = ("pk", "topic", "state", "held_on")


def _row(pk: int, topic: str, state: str, held_on: str) -> dict[str, Any]:
    meta = f"{BallotState(state).label} · {date_text(date.fromisoformat(held_on[:10]))}"
    return {"title": topic, "url": reverse("supervision:ballot", args=[pk]), "meta": meta}


def _paper(pk: int, topic: str, state: str, held_on: str) -> dict[str, Any]:
    return {**_row(pk, topic, state, held_on), "url": reverse("supervision:vote", args=[pk])}


def _to_vote(user: Any, on: date) -> QuerySet:
    return Ballot.objects.waiting_for_vote_of(user)


def _to_hold(user: Any, on: date) -> QuerySet:
    return Ballot.objects.to_hold(user, on)


CARDS = (
    Card(
        "ballots-to-vote",
        "请您表决",
        frozenset({Role.SC_MEMBER, Role.DEPUTY, *LEADERS}),
        Tray(_to_vote, FIELDS, _paper, PAGE),
        order=20,
        icon="check",
        empty="现在没有需要您表决的事项。",
    ),
    Card(
        "ballots-to-hold",
        "待组织、待公布的表决",
        frozenset({Role.CLERK, Role.COMMITTEE}),
        Tray(_to_hold, FIELDS, _row, PAGE),
        order=360,
        icon="check",
        empty="没有待组织的表决。",
    ),
)
