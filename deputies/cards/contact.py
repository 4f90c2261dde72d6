"""The cards of keeping in touch: deputies not met this year, deputies without a contact person, open questions."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import ContactVisit, Deputy, MemberContact
from deputies.states.contact import SC_ROLES, ContactWay
from foundation.accounts.roles import OFFICE_ROLES
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray

OF_CONTACT = ("pk", "deputy__name", "from_date")
OF_VISIT = ("pk", "on", "way", "contact__deputy__name", "contact__member__name")


def _contact(pk: int, deputy__name: str, from_date: str) -> dict[str, Any]:
    url = reverse("deputies:contact", args=[pk])
    return {"title": f"{deputy__name}代表", "url": url, "meta": "今年还没有联系记录"}


def _visit(pk: int, on: str, way: str, contact__deputy__name: str, contact__member__name: str) -> dict[str, Any]:
    meta = f"{date_text(date.fromisoformat(on))}{ContactWay(way).label} · {contact__member__name}"
    title = f"{contact__deputy__name}代表反映的问题"
    return {"title": title, "url": reverse("deputies:contact-outcome", args=[pk]), "meta": meta}


def _deputy(pk: int, name: str) -> dict[str, Any]:
    return {"title": f"{name}代表", "url": reverse("deputies:detail", args=[pk]), "meta": ""}


def _to_meet(user: Any, on: date) -> QuerySet:
    met = ContactVisit.objects.filter(on__year=on.year).order_by().values("contact")
    return MemberContact.objects.of_member(user).on(on).exclude(pk__in=met).order_by("deputy__pinyin_key", "pk")


def _open(user: Any, on: date) -> QuerySet:
    return ContactVisit.objects.visible_to(user).open().order_by("on", "pk")


def _own_open(user: Any, on: date) -> QuerySet:
    return ContactVisit.objects.filter(contact__member=user).open().order_by("on", "pk")


def _without(user: Any, on: date) -> QuerySet:
    return Deputy.objects.without_contact(on)


CARDS = (
    Card(
        key="contacts-to-meet",
        title="今年还没有联系的代表",
        roles=frozenset(SC_ROLES),
        context=Tray(_to_meet, OF_CONTACT, _contact, "deputies:contacts"),
        order=320,
        icon="people",
        empty="今年已联系过每一名代表。",
    ),
    Card(
        key="contact-own-open",
        title="联系代表时反映的问题待反馈",
        roles=frozenset(SC_ROLES),
        context=Tray(_own_open, OF_VISIT, _visit, "deputies:contacts"),
        order=321,
        icon="inbox",
        empty="没有待反馈的问题。",
    ),
    Card(
        key="contact-open",
        title="联系代表反映的问题待反馈",
        roles=frozenset(OFFICE_ROLES),
        context=Tray(_open, OF_VISIT, _visit, "deputies:contacts"),
        order=321,
        icon="inbox",
        empty="没有待反馈的问题。",
    ),
    Card(
        key="deputies-without-contact",
        title="没有联系人的代表",
        roles=frozenset(OFFICE_ROLES),
        context=Tray(_without, ("pk", "name"), _deputy, "deputies:contacts"),
        order=322,
        icon="person",
        empty="每名在任代表都有联系人。",
    ),
)
