"""What waits about training: materials for a deputy, the newly elected without an introduction for the office."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import Mandate, Material, StaffStudy
from deputies.querysets import gaps, with_training
from deputies.rules import KEEPERS, STUDYING_STAFF
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray


def _unread(user: Any, on: date) -> QuerySet:
    return Material.objects.visible_to(user).unread_by(user).order_by("-issued_at", "-pk")


def _material(pk: int, title: str, issued_at: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(issued_at[:10]))}发布"
    return {"title": title, "url": reverse("deputies:material", args=[pk]), "meta": meta}


def _new_waiting(user: Any, on: date) -> QuerySet:
    seats = Mandate.objects.at_home().serving_on(on)
    return gaps(with_training(seats, on.replace(month=1, day=1), on), new=True).order_by("deputy__pinyin_key", "pk")


def _deputy(deputy__pk: int, deputy__name: str, delegation__name: str | None) -> dict[str, Any]:
    url = reverse("deputies:detail", args=[deputy__pk])
    return {"title": deputy__name, "url": url, "meta": f"{delegation__name}代表团" if delegation__name else ""}


def _to_record(user: Any, on: date) -> QuerySet:
    mine = StaffStudy.objects.visible_to(user).open().filter(organiser__in=user.organisations(*STUDYING_STAFF, on=on))
    return mine.filter(held_on__lte=on).order_by("held_on", "pk")


def _study(pk: int, topic: str, held_on: str) -> dict[str, Any]:
    meta = date_text(date.fromisoformat(held_on))
    return {"title": topic, "url": reverse("deputies:staff-study", args=[pk]), "meta": meta}


CARDS = (
    Card(
        key="materials-to-learn",
        title="待学习的资料",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_unread, ("pk", "title", "issued_at"), _material, "deputies:materials"),
        order=210,
        icon="document",
        empty="没有待学习的资料。",
    ),
    Card(
        key="new-deputies-untrained",
        title="未参加初任培训的代表",
        roles=frozenset(KEEPERS),
        context=Tray(
            _new_waiting, ("deputy__pk", "deputy__name", "delegation__name"), _deputy, "deputies:training-coverage"
        ),
        order=211,
        icon="people",
        empty="新当选代表都已参加初任培训。",
    ),
    Card(
        key="staff-study-to-record",
        title="待登记的机关学习",
        roles=frozenset(STUDYING_STAFF),
        context=Tray(_to_record, ("pk", "topic", "held_on"), _study, "deputies:staff-studies"),
        order=212,
        icon="calendar",
        empty="没有待登记的机关学习。",
    ),
)
