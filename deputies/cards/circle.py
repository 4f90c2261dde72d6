"""The cards of circles: what waits for one's answer, and one's own matters that got one."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import CircleMatter
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray

OF_MATTER = ("pk", "title", "wanted_on")


def _matter(pk: int, title: str, wanted_on: str) -> dict[str, Any]:
    meta = f"希望{date_text(date.fromisoformat(wanted_on))}前答复"
    return {"title": title, "url": reverse("deputies:circle-matter", args=[pk]), "meta": meta}


def _to_answer(user: Any, on: date) -> QuerySet:
    return CircleMatter.objects.to_answer(user, on)


def _answered(user: Any, on: date) -> QuerySet:
    return CircleMatter.objects.answered_of(user)


CARDS = (
    Card(
        key="circle-to-answer",
        title="待答复的专业咨询",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_to_answer, OF_MATTER, _matter, "deputies:circle-matters"),
        order=340,
        icon="inbox",
        empty="没有待答复的咨询。",
    ),
    Card(
        key="circle-answered",
        title="我的咨询已有答复",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_answered, OF_MATTER, _matter, "deputies:circle-matters"),
        order=341,
        icon="mail",
        empty="没有新的答复。",
    ),
)
