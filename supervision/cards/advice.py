"""What waits of experts' matters and of drafts at contact points."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import ExpertMatter, LawDraft


def _matters(user: Any, on: date) -> QuerySet:
    return ExpertMatter.objects.open_for(user)


def _matter(pk: int, title: str, due_on: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(due_on))}前"
    return {"title": title, "url": reverse("supervision:expert-matter", args=[pk]), "meta": meta}


def _drafts(user: Any, on: date) -> QuerySet:
    return LawDraft.objects.open_for(user)


def _draft(pk: int, title: str, due_on: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(due_on))}截止"
    return {"title": title, "url": reverse("supervision:law-draft", args=[pk]), "meta": meta}


FIELDS = ("pk", "title", "due_on")
CARDS = (
    Card(
        "expert-matters",
        "征询中的专家咨询",
        frozenset({Role.COMMITTEE, Role.DEPUTY}),
        Tray(_matters, FIELDS, _matter, "supervision:open-expert-matters"),
        order=363,
        icon="people",
        empty="没有征询中的事项。",
    ),
    Card(
        "law-drafts",
        "立法联系点征求意见中的草案",
        frozenset({Role.TOWNSHIP_CLERK}),
        Tray(_drafts, FIELDS, _draft, "supervision:open-law-drafts"),
        order=364,
        icon="edit",
        empty="没有征求意见中的草案。",
    ),
)
