"""What waits about activities: for a deputy's word, for a decision on leave, for the attendance to be closed."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import Activity, ForwardedResult, Invitation, Leave, SessionAbsence
from deputies.rules.activities import PLANNERS
from deputies.rules.register import LEADERS
from deputies.rules.results import BODY_ROLES
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import datetime_text
from foundation.web.trays import Tray

DECIDERS = frozenset({*PLANNERS, *LEADERS, Role.DELEGATION_HEAD})
OF_INVITATION = ("activity__pk", "activity__title", "activity__starts_at", "activity__place")
OF_LEAVE = ("pk", "invitation__deputy__name", "invitation__activity__title", "invitation__activity__starts_at")
OF_ACTIVITY = ("pk", "title", "starts_at", "place")


def _moment(text: str) -> str:
    return datetime_text(datetime.fromisoformat(text))


def _line(pk: int, title: str, starts_at: str, place: str) -> dict[str, Any]:
    url = reverse("deputies:activity", args=[pk])
    return {"title": title, "url": url, "meta": f"{_moment(starts_at)} · {place}"}


def _invitation(**facts: Any) -> dict[str, Any]:
    return _line(*(facts[name] for name in OF_INVITATION))


def _leave(**facts: Any) -> dict[str, Any]:
    pk, name, title, starts_at = (facts[column] for column in OF_LEAVE)
    url = reverse("deputies:decide-leave", args=[pk])
    return {"title": f"{name}：{title}", "url": url, "meta": f"{_moment(starts_at)}开始"}


def _asked(user: Any, on: date) -> QuerySet:
    return Invitation.objects.to_answer(user, on)


def _leaves(user: Any, on: date) -> QuerySet:
    return Leave.objects.to_decide(user, on)


def _to_close(user: Any, on: date) -> QuerySet:
    return Activity.objects.run_by(user, on).to_close(on)


def _absences(user: Any, on: date) -> QuerySet:
    return SessionAbsence.objects.visible_to(user).to_handle()


def _absence(pk: int, mandate__deputy__name: str, meeting__name: str, ordinal: int) -> dict[str, Any]:
    url = reverse("deputies:handle-absence", args=[pk])
    return {"title": f"{mandate__deputy__name}：第{ordinal}次", "url": url, "meta": meeting__name}


def _to_answer(user: Any, on: date) -> QuerySet:
    return ForwardedResult.objects.to_answer(user)


def _result(pk: int, activity__title: str, forwarded_at: str) -> dict[str, Any]:
    url = reverse("deputies:result", args=[pk])
    return {"title": activity__title, "url": url, "meta": f"{_moment(forwarded_at)}转交"}


CARDS = (
    Card(
        key="activity-results",
        title="待反馈的代表意见",
        roles=frozenset(BODY_ROLES),
        context=Tray(_to_answer, ("pk", "activity__title", "forwarded_at"), _result, "deputies:results"),
        order=165,
        icon="inbox",
        empty="没有待反馈的代表意见。",
    ),
    Card(
        key="session-absences",
        title="缺席代表大会会议待处理",
        roles=frozenset({Role.CLERK}),
        context=Tray(
            _absences, ("pk", "mandate__deputy__name", "meeting__name", "ordinal"), _absence, "deputies:absences"
        ),
        order=43,
        icon="warning",
        empty="没有待处理的缺席。",
    ),
    Card(
        key="activity-invitations",
        title="待答复的活动",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_asked, OF_INVITATION, _invitation, "deputies:my-invitations"),
        order=40,
        icon="calendar",
        empty="没有待答复的活动。",
    ),
    Card(
        key="activity-leaves",
        title="待审批的请假",
        roles=DECIDERS,
        context=Tray(_leaves, OF_LEAVE, _leave, "deputies:leaves"),
        order=41,
        icon="inbox",
        empty="没有待审批的请假。",
    ),
    Card(
        key="activity-to-close",
        title="待办结的活动",
        roles=frozenset(PLANNERS),
        context=Tray(_to_close, OF_ACTIVITY, _line, "deputies:activities-to-close"),
        order=42,
        icon="check-circle",
        empty="没有待办结的活动。",
    ),
)
