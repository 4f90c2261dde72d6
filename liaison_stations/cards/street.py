"""What waits about street congresses and of opinions."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.rules import ANSWERING
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from liaison_stations.models import CouncilOpinion, StreetMeeting
from liaison_stations.states.council_opinion import OpinionState
from liaison_stations.states.street import StreetMeetingState

OF_OPINION = ("pk", "title", "state", "raised_by", "raised_at")


def _opinion(pk: int, title: str, state: str, raised_by: str, raised_at: str) -> dict[str, Any]:
    day = date_text(date.fromisoformat(raised_at[:10]))
    meta = f"{OpinionState(state).label} · {raised_by} · {day}"
    return {"title": title, "url": reverse("stations:council-opinion", args=[pk]), "meta": meta}


def _to_answer(user: Any, on: date) -> QuerySet:
    return CouncilOpinion.objects.to_answer(user)


def _to_steer(user: Any, on: date) -> QuerySet:
    return CouncilOpinion.objects.to_steer(user, on)


def _meetings(user: Any, on: date) -> QuerySet:
    rows = StreetMeeting.objects.visible_to(user).filter(state=StreetMeetingState.PLANNED)
    return rows.order_by("starts_at", "pk")


def _meeting(pk: int, number: int, congress__area__name: str, starts_at: str) -> dict[str, Any]:
    title = f"{congress__area__name}议政代表会第{number}次会议"
    meta = date_text(date.fromisoformat(starts_at[:10]))
    return {"title": title, "url": reverse("stations:street-meeting", args=[pk]), "meta": meta}


PAGE, STREETS = "stations:council-opinions", "stations:streets"
TO_ANSWER = Tray(_to_answer, OF_OPINION, _opinion, PAGE)
TO_STEER = Tray(_to_steer, OF_OPINION, _opinion, PAGE)
MEETINGS = Tray(_meetings, ("pk", "number", "congress__area__name", "starts_at"), _meeting, STREETS)
CONVENERS = frozenset({Role.TOWNSHIP_CLERK, Role.CLERK})
STEERING = CONVENERS | {Role.STATION_KEEPER}
CARDS = (
    Card(
        "council-answer",
        "待答复的议事意见",
        frozenset(ANSWERING),
        TO_ANSWER,
        order=343,
        icon="edit",
        empty="没有待答复的议事意见。",
    ),
    Card(
        "council-steer",
        "待交办、待反馈的议事意见",
        STEERING,
        TO_STEER,
        order=344,
        icon="inbox",
        empty="没有待办理的议事意见。",
    ),
    Card(
        "street-meetings",
        "将要召开的议政代表会",
        CONVENERS | {Role.DEPUTY},
        MEETINGS,
        order=345,
        icon="calendar",
        empty="没有已安排的议政代表会。",
    ),
)
