"""What waits about bulletins, public feeling and requests."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import Bulletin, PublicFeeling, ServiceRequest
from deputies.rules import ANSWERING, KEEPERS
from deputies.states import FeelingState, RequestKind, RequestState
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray

F = FeelingState
OF_FEELING = ("pk", "title", "state", "reported_at")
OF_REQUEST = ("pk", "kind", "state", "asked_at")


def _day(moment: str) -> str:
    return date_text(date.fromisoformat(moment[:10]))


def _unread(user: Any, on: date) -> QuerySet:
    return Bulletin.objects.unread_by(user).order_by("-issued_at", "-pk")


def _bulletin(pk: int, title: str, issued_at: str) -> dict[str, Any]:
    return {"title": title, "url": reverse("deputies:bulletin", args=[pk]), "meta": f"{_day(issued_at)}发布"}


def _feelings_of_office(user: Any, on: date) -> QuerySet:
    waiting = (F.REPORTED, F.RECEIVED, F.ANSWERED)
    return PublicFeeling.objects.visible_to(user).filter(state__in=waiting).order_by("reported_at", "pk")


def _feelings_of_body(user: Any, on: date) -> QuerySet:
    return PublicFeeling.objects.to_answer(user).order_by("forwarded_at", "pk")


def _feelings_returned(user: Any, on: date) -> QuerySet:
    return PublicFeeling.objects.filter(deputy__user=user, state=F.RETURNED).order_by("reported_at", "pk")


def _feeling(pk: int, title: str, state: str, reported_at: str) -> dict[str, Any]:
    meta = f"{F(state).label} · {_day(reported_at)}反映"
    return {"title": title, "url": reverse("deputies:feeling", args=[pk]), "meta": meta}


def _requests_of_office(user: Any, on: date) -> QuerySet:
    return ServiceRequest.objects.visible_to(user).to_handle().order_by("asked_at", "pk")


def _requests_to_settle(user: Any, on: date) -> QuerySet:
    return ServiceRequest.objects.to_settle(user).order_by("asked_at", "pk")


def _request(pk: int, kind: str, state: str, asked_at: str) -> dict[str, Any]:
    meta = f"{RequestState(state).label} · {_day(asked_at)}提出"
    return {"title": RequestKind(kind).label, "url": reverse("deputies:request", args=[pk]), "meta": meta}


def _card(key: str, title: str, roles: Any, tray: Tray, order: int, icon: str, empty: str) -> Card:
    return Card(key=key, title=title, roles=frozenset(roles), context=tray, order=order, icon=icon, empty=empty)


def _of_feeling(rows: Any) -> Tray:
    return Tray(rows, OF_FEELING, _feeling, "deputies:feelings")


def _of_request(rows: Any) -> Tray:
    return Tray(rows, OF_REQUEST, _request, "deputies:requests")


BULLETINS = Tray(_unread, ("pk", "title", "issued_at"), _bulletin, "deputies:bulletins")
CARDS = (
    _card("bulletins-unread", "待签阅的情况通报", {Role.DEPUTY}, BULLETINS, 200, "document", "没有待签阅的通报。"),
    _card(
        "feelings-office",
        "待办理的社情民意",
        KEEPERS,
        _of_feeling(_feelings_of_office),
        201,
        "inbox",
        "没有待办理的社情民意。",
    ),
    _card(
        "feelings-body",
        "待答复的社情民意",
        ANSWERING,
        _of_feeling(_feelings_of_body),
        202,
        "edit",
        "没有待答复的社情民意。",
    ),
    _card(
        "feelings-returned",
        "需要补充的社情民意",
        {Role.DEPUTY},
        _of_feeling(_feelings_returned),
        203,
        "edit",
        "没有需要补充的社情民意。",
    ),
    _card(
        "requests-office",
        "待办理的服务和保障请求",
        KEEPERS,
        _of_request(_requests_of_office),
        204,
        "person",
        "没有待办理的请求。",
    ),
    _card(
        "requests-settle",
        "待确认的请求答复",
        {Role.DEPUTY},
        _of_request(_requests_to_settle),
        205,
        "check",
        "没有待确认的答复。",
    ),
)
