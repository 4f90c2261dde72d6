"""What waits about letters, the opinion box and the consultation."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import OFFICE_ROLES, Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from liaison_stations.models import BoxOpening, ConsultationItem, Letter
from liaison_stations.querysets.letters import UNIT_SIDE
from liaison_stations.states.box import BoxState
from liaison_stations.states.consultation import Decision
from liaison_stations.states.letter import LetterState

L = LetterState
OF_LETTER = ("pk", "number", "state", "posted_at")
RUNNERS = (*OFFICE_ROLES, Role.STATION_KEEPER, Role.TOWNSHIP_CLERK)


def _day(moment: str) -> str:
    return date_text(date.fromisoformat(moment[:10]))


def _letter(pk: int, number: str, state: str, posted_at: str) -> dict[str, Any]:
    """By its number alone: what it says stands on its own page."""
    year, _, serial = number.partition("-")
    meta = f"{L(state).label} · {_day(posted_at)}来信"
    return {"title": f"信〔{year}〕{serial}", "url": reverse("stations:letter", args=[pk]), "meta": meta}


def _to_screen(user: Any, on: date) -> QuerySet:
    rows = Letter.objects.run_by(user, on).filter(state=L.POSTED)
    return rows.order_by("spam_score", "posted_at", "pk")


def _to_route(user: Any, on: date) -> QuerySet:
    rows = Letter.objects.run_by(user, on).filter(state__in=(L.ACCEPTED, L.REPLIED), asked_at=None)
    return rows.order_by("posted_at", "pk")


def _delays(user: Any, on: date) -> QuerySet:
    rows = Letter.objects.run_by(user, on).filter(delay_asked_at__isnull=False)
    return rows.order_by("delay_asked_at", "pk")


def _of_deputy(user: Any, on: date) -> QuerySet:
    rows = Letter.objects.filter(deputy__user=user, state=L.WITH_DEPUTY, asked_at=None)
    return rows.order_by("posted_at", "pk")


def _of_unit(user: Any, on: date) -> QuerySet:
    units = user.organisations(*UNIT_SIDE, on=on)
    return Letter.objects.filter(unit__in=units, state=L.WITH_UNIT, asked_at=None).order_by("posted_at", "pk")


def _to_erase(user: Any, on: date) -> QuerySet:
    rows = Letter.objects.visible_to(user).filter(erasure_asked_at__isnull=False, erased_at=None)
    return rows.order_by("erasure_asked_at", "pk")


def _boxes(user: Any, on: date) -> QuerySet:
    rows = BoxOpening.objects.visible_to(user)
    return (rows.to_confirm(user) | rows.to_enter()).order_by("opened_at", "pk")


def _box(pk: int, station__name: str, state: str, opened_at: str) -> dict[str, Any]:
    meta = f"{BoxState(state).label} · {_day(opened_at)}开箱"
    return {"title": station__name, "url": reverse("stations:box-opening", args=[pk]), "meta": meta}


def _items(user: Any, on: date) -> QuerySet:
    rows = ConsultationItem.objects.visible_to(user).to_settle()
    if not user.has_role(*OFFICE_ROLES):
        rows = rows.filter(unit__in=user.organisations(*UNIT_SIDE, on=on))
    return rows.order_by("due_on", "pk")


def _item(pk: int, number: int, decision: str, due_on: str) -> dict[str, Any]:
    title = f"议题{number}：{Decision(decision).label}"
    return {"title": title, "url": reverse("stations:consultation-item", args=[pk]), "meta": f"{_day(due_on)}前落实"}


def _card(key: str, title: str, roles: Any, tray: Tray, order: int, icon: str, empty: str) -> Card:
    return Card(key=key, title=title, roles=frozenset(roles), context=tray, order=order, icon=icon, empty=empty)


def _letters(rows: Any) -> Tray:
    return Tray(rows, OF_LETTER, _letter, "stations:letters")


BOXES = Tray(_boxes, ("pk", "station__name", "state", "opened_at"), _box, "stations:boxes")
ITEMS = Tray(_items, ("pk", "number", "decision", "due_on"), _item, "stations:consultation-items")
CARDS = (
    _card("letters-screen", "待审查的来信", RUNNERS, _letters(_to_screen), 220, "inbox", "没有待审查的来信。"),
    _card("letters-route", "待交办、待审核答复的来信", RUNNERS, _letters(_to_route), 221, "inbox", "没有待办的来信。"),
    _card("letters-delay", "单位申请延期的来信", RUNNERS, _letters(_delays), 221, "clock", "没有延期申请。"),
    _card("letters-deputy", "待答复的来信", {Role.DEPUTY}, _letters(_of_deputy), 222, "edit", "没有待答复的来信。"),
    _card("letters-unit", "待办理的群众来信", UNIT_SIDE, _letters(_of_unit), 223, "edit", "没有待办理的来信。"),
    _card("letters-erase", "申请删除的来信", OFFICE_ROLES, _letters(_to_erase), 224, "edit", "没有删除申请。"),
    _card("boxes", "意见箱待确认、待录入", RUNNERS, BOXES, 225, "inbox", "没有待办的开箱记录。"),
    _card(
        "consultation-items", "待落实的研判事项", (*OFFICE_ROLES, *UNIT_SIDE), ITEMS, 226, "check", "没有待落实的事项。"
    ),
)
