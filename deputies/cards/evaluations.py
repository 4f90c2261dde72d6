"""The cards of the yearly evaluation."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import Evaluation, EvaluationFollowUp
from deputies.states import EvaluationState
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray

S = EvaluationState
COLUMNS = ("pk", "state", "round__year", "mandate__deputy__name")
NEXT = {
    S.SELF: "请自评",
    S.GROUP: "待小组评议",
    S.OFFICE: "待审核拟定等次",
    S.SHOWN: "等次公示中，有异议的请在期限内提出",
    S.OBJECTED: "异议待答复",
}


def _line(pk: int, state: str, round__year: int, mandate__deputy__name: str) -> dict[str, Any]:
    title = f"{mandate__deputy__name}{round__year}年度考核"
    return {"title": title, "url": reverse("deputies:evaluation", args=[pk]), "meta": NEXT.get(S(state), "")}


def _follow_up(pk: int, what: str, ground: str, evaluation__mandate__deputy__name: str) -> dict[str, Any]:
    url = reverse("deputies:settle-follow-up", args=[pk])
    return {"title": f"{evaluation__mandate__deputy__name}：{what}", "url": url, "meta": ground}


PAGE = "deputies:evaluation-rounds"
# key, title, role, icon, which of the evaluations, what an empty card says
WAITING: tuple[tuple[str, str, Role, str, Callable[[Any], QuerySet], str], ...] = (
    (
        "evaluation-own",
        "我的年度考核",
        Role.DEPUTY,
        "check",
        lambda user: Evaluation.objects.waiting_for_deputy(user),
        "目前没有需要办理的考核事项。",
    ),
    (
        "evaluation-group",
        "待小组评议的考核",
        Role.GROUP_CONVENER,
        "people",
        lambda user: Evaluation.objects.waiting_for_group(user),
        "没有待评议的考核。",
    ),
    (
        "evaluation-office",
        "待审核的代表考核",
        Role.CLERK,
        "check-circle",
        lambda user: Evaluation.objects.waiting_for_office(),
        "没有待审核的考核和异议。",
    ),
)


def _waiting(rows: Callable[[Any], QuerySet]) -> Tray:
    return Tray(lambda user, on: rows(user), COLUMNS, _line, PAGE)


def _follow_ups(user: Any, on: date) -> QuerySet:
    return EvaluationFollowUp.objects.visible_to(user).waiting()


CARDS = (
    *(
        Card(
            key=key,
            title=title,
            roles=frozenset({role}),
            context=_waiting(rows),
            order=320 + place,
            icon=icon,
            empty=empty,
        )
        for place, (key, title, role, icon, rows, empty) in enumerate(WAITING)
    ),
    Card(
        key="evaluation-follow-ups",
        title="考核结果运用提醒",
        roles=frozenset({Role.CLERK}),
        context=Tray(_follow_ups, ("pk", "what", "ground", "evaluation__mandate__deputy__name"), _follow_up, PAGE),
        order=323,
        icon="info",
        empty="没有待办的考核结果运用提醒。",
    ),
)
