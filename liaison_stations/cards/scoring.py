"""What waits about scorings."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from liaison_stations.models import Score, ScoreRound
from liaison_stations.rules.scoring import MAY_SCORE

COLUMNS = ("pk", "station__name", "organisation__name", "round__year", "round__table__name", "round__self_due_on")
PAGE = "stations:score-rounds"


def _score(verb: str) -> Any:
    def line(
        pk: int,
        station__name: str | None,
        organisation__name: str | None,
        round__year: int,
        round__table__name: str,
        round__self_due_on: str,
    ) -> dict[str, Any]:
        ends = f"，自评截止{date_text(date.fromisoformat(round__self_due_on))}" if verb == "rate-station" else ""
        title = station__name or organisation__name
        url = reverse(f"stations:{verb}", args=[pk])
        return {"title": title, "url": url, "meta": f"{round__year}年{round__table__name}{ends}"}

    return line


def _round(pk: int, year: int, table__name: str) -> dict[str, Any]:
    url = reverse("stations:score-round", args=[pk])
    return {"title": f"{year}年{table__name}", "url": url, "meta": "评分进行中"}


def _to_rate(user: Any, on: date) -> QuerySet:
    return Score.objects.waiting_for_self(user, on)


def _to_score(user: Any, on: date) -> QuerySet:
    return Score.objects.waiting_for_scorer(user)


def _to_publish(user: Any, on: date) -> QuerySet:
    return ScoreRound.objects.visible_to(user).to_publish()


TO_RATE = Tray(_to_rate, COLUMNS, _score("rate-station"), PAGE)
TO_SCORE = Tray(_to_score, COLUMNS, _score("score-on-site"), PAGE)
TO_PUBLISH = Tray(_to_publish, ("pk", "year", "table__name"), _round, PAGE)
KEEPERS = frozenset({Role.STATION_KEEPER, Role.TOWNSHIP_CLERK})
CARDS = (
    Card("scores-to-rate", "待自评", KEEPERS, TO_RATE, order=340, icon="edit", empty="没有待自评的评分。"),
    Card("scores-on-site", "待现场评分", MAY_SCORE, TO_SCORE, order=341, icon="star", empty="没有待您评分的对象。"),
    Card(
        "scores-to-publish",
        "进行中的评分",
        frozenset({Role.CLERK}),
        TO_PUBLISH,
        order=342,
        icon="star",
        empty="没有进行中的评分。",
    ),
)
