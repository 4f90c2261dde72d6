"""What waits of supervision: the steps of a body, those of a committee and of the office."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import UndertakingStep
from supervision.rules.house import ANSWERING, OFFICE

COLUMNS = ("pk", "undertaking__title", "name", "due_on")


def _step(pk: int, undertaking__title: str, name: str, due_on: str | None) -> dict[str, Any]:
    until = f"{date_text(date.fromisoformat(due_on))}前" if due_on else "不限定日期"
    url = reverse("supervision:step", args=[pk])
    return {"title": f"{undertaking__title}：{name}", "url": url, "meta": until}


def _to_answer(user: Any, on: date) -> QuerySet:
    return UndertakingStep.objects.to_answer(user)


def _to_run(user: Any, on: date) -> QuerySet:
    return UndertakingStep.objects.to_run(user, on)


PAGE = "supervision:undertaking-steps"
CARDS = (
    Card(
        "oversight-answer",
        "监督事项待办",
        frozenset(ANSWERING),
        Tray(_to_answer, COLUMNS, _step, PAGE),
        order=350,
        icon="edit",
        empty="没有需要办理的监督步骤。",
    ),
    Card(
        "oversight-run",
        "监督工作待办步骤",
        frozenset({Role.COMMITTEE, *OFFICE}),
        Tray(_to_run, COLUMNS, _step, PAGE),
        order=351,
        icon="calendar",
        empty="没有待办的监督步骤。",
    ),
)
