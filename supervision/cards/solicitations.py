"""What waits for the office about calls for topics and ideas."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import Solicitation, TopicIdea
from supervision.rules.house import OFFICE
from supervision.states.solicitation import IdeaChannel, SolicitationState


def _ideas(user: Any, on: date) -> QuerySet:
    return TopicIdea.objects.visible_to(user).waiting().order_by("put_at", "pk")


def _idea(pk: int, title: str, channel: str, put_at: str) -> dict[str, Any]:
    day = date_text(date.fromisoformat(put_at[:10]))
    meta = f"{IdeaChannel(channel).label} · {day}"
    return {"title": title, "url": reverse("supervision:topic-idea", args=[pk]), "meta": meta}


def _calls(user: Any, on: date) -> QuerySet:
    return Solicitation.objects.visible_to(user).to_work_on(on).order_by("closes_on", "pk")


def _call(pk: int, title: str, state: str, closes_on: str) -> dict[str, Any]:
    words = {
        SolicitationState.DRAFT: "待公布公告",
        SolicitationState.OPEN: "已到截止日期，待截止",
        SolicitationState.CLOSED: "待公布采纳情况",
    }
    meta = f"{words[SolicitationState(state)]} · {date_text(date.fromisoformat(closes_on))}截止"
    return {"title": title, "url": reverse("supervision:solicitation", args=[pk]), "meta": meta}


CARDS = (
    Card(
        "topic-ideas",
        "待研究的议题建议",
        frozenset(OFFICE),
        Tray(_ideas, ("pk", "title", "channel", "put_at"), _idea, "supervision:topic-ideas-waiting"),
        order=400,
        icon="inbox",
        empty="没有待研究的议题建议。",
    ),
    Card(
        "solicitations",
        "待办的议题征集",
        frozenset(OFFICE),
        Tray(_calls, ("pk", "title", "state", "closes_on"), _call, "supervision:solicitations-to-do"),
        order=401,
        icon="people",
        empty="没有待办的议题征集。",
    ),
)
