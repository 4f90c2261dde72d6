"""Questionnaires a deputy is invited to fill in."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import OnlineSurvey


def _waiting(user: Any, on: date) -> QuerySet:
    return OnlineSurvey.objects.waiting_for(user, on)


def _line(title: str, code: str, closes_on: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(closes_on))}截止 · 不记姓名"
    return {"title": title, "url": reverse("w:page", args=[code]), "meta": meta}


CARDS = (
    Card(
        "surveys-to-answer",
        "请您填写的问卷",
        frozenset({Role.DEPUTY}),
        Tray(_waiting, ("title", "code", "closes_on"), _line, "supervision:surveys-to-answer"),
        order=367,
        icon="edit",
        empty="没有请您填写的问卷。",
    ),
)
