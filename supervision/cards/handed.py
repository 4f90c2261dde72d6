"""What waits about tasks handed down."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import HandedTask
from supervision.rules.house import OFFICE
from supervision.states.handed import HandedState


def _owed(user: Any, on: date) -> QuerySet:
    return HandedTask.objects.owed_by(user, on)


def _judged(user: Any, on: date) -> QuerySet:
    return HandedTask.objects.to_judge(user)


def _task(pk: int, title: str, state: str, due_on: str) -> dict[str, Any]:
    meta = f"{HandedState(state).label} · {date_text(date.fromisoformat(due_on))}前办结"
    return {"title": title, "url": reverse("supervision:handed-task", args=[pk]), "meta": meta}


FIELDS = ("pk", "title", "state", "due_on")
CARDS = (
    Card(
        "handed-owed",
        "本单位承办的交办事项",
        frozenset({Role.TOWNSHIP_CLERK, Role.COMMITTEE}),
        Tray(_owed, FIELDS, _task, "supervision:handed-owed"),
        order=363,
        icon="inbox",
        empty="没有待办的交办事项。",
    ),
    Card(
        "handed-reports",
        "待审核的交办事项报告",
        frozenset(OFFICE),
        Tray(_judged, FIELDS, _task, "supervision:handed-reports"),
        order=364,
        icon="check",
        empty="没有待审核的报告。",
    ),
)
