"""The cards of reception days: to sign up to, to confirm, to answer."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from deputies.models import RaisedMatter, ReceptionDay, SitInApplication
from deputies.states.contact import SC_ROLES
from foundation.accounts.roles import OFFICE_ROLES, Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray


def _day(pk: int, activity__title: str, sign_up_until: str) -> dict[str, Any]:
    url = reverse("deputies:sign-up", args=[pk])
    return {"title": activity__title, "url": url, "meta": f"报名至{date_text(date.fromisoformat(sign_up_until))}"}


def _list(pk: int, activity__title: str, activity__starts_at: str) -> dict[str, Any]:
    held = timezone.localdate(datetime.fromisoformat(activity__starts_at))
    url = reverse("deputies:confirm-sign-ups", args=[pk])
    return {"title": activity__title, "url": url, "meta": f"{date_text(held)}接待，报名已截止"}


def _matter(pk: int, deputy__name: str, activity__title: str) -> dict[str, Any]:
    url = reverse("deputies:answer-raised", args=[pk])
    return {"title": f"{deputy__name}代表提出的意见", "url": url, "meta": activity__title}


def _open(user: Any, on: date) -> QuerySet:
    return ReceptionDay.objects.open_for(user, on)


def _to_confirm(user: Any, on: date) -> QuerySet:
    return ReceptionDay.objects.to_confirm(on)


def _to_answer(user: Any, on: date) -> QuerySet:
    rows = RaisedMatter.objects.open().filter(activity__starts_at__date__lte=on)
    if not user.has_role(*OFFICE_ROLES):
        rows = rows.filter(activity__reception__receivers=user)
    return rows.order_by("raised_at", "pk")


def _applied(user: Any, on: date) -> QuerySet:
    return SitInApplication.objects.open()


def _application(deputy__name: str, meeting__number: int, asked_at: str) -> dict[str, Any]:
    meta = f"{date_text(timezone.localdate(datetime.fromisoformat(asked_at)))}申请"
    title = f"{deputy__name}代表申请列席第{meeting__number}次常委会会议"
    return {"title": title, "url": reverse("deputies:sit-in-applications"), "meta": meta}


CARDS = (
    Card(
        key="sit-ins-asked",
        title="待安排的列席申请",
        roles=frozenset(OFFICE_ROLES),
        context=Tray(
            _applied, ("deputy__name", "meeting__number", "asked_at"), _application, "deputies:sit-in-applications"
        ),
        order=353,
        icon="inbox",
        empty="没有待安排的列席申请。",
    ),
    Card(
        key="receptions-open",
        title="可以报名的代表接待日",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_open, ("pk", "activity__title", "sign_up_until"), _day, "deputies:receptions"),
        order=350,
        icon="calendar",
        empty="目前没有可以报名的接待日。",
    ),
    Card(
        key="receptions-to-confirm",
        title="待确认名单的代表接待日",
        roles=frozenset(OFFICE_ROLES),
        context=Tray(_to_confirm, ("pk", "activity__title", "activity__starts_at"), _list, "deputies:receptions"),
        order=351,
        icon="calendar",
        empty="没有待确认的名单。",
    ),
    Card(
        key="raised-to-answer",
        title="接待日待答复的意见",
        roles=frozenset({*OFFICE_ROLES, *SC_ROLES}),
        context=Tray(_to_answer, ("pk", "deputy__name", "activity__title"), _matter, "deputies:receptions"),
        order=352,
        icon="inbox",
        empty="没有待答复的意见。",
    ),
)
