"""What waits about livelihood projects."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import Project, ProjectCheck, ProjectIdea, ProjectVisit, ProjectVote
from supervision.rules.house import ANSWERING
from supervision.states.project import ProjectState
from supervision.states.project_idea import IdeaChannel, number_words
from supervision.states.project_vote import VotePurpose


def _day(text: str) -> str:
    return date_text(date.fromisoformat(text[:10]))


def _project(pk: int, title: str, state: str, percent: int, due_on: str) -> dict[str, Any]:
    meta = f"{ProjectState(state).label} · 进度{percent}% · {_day(due_on)}前完成"
    return {"title": title, "url": reverse("supervision:project", args=[pk]), "meta": meta}


def _idea(pk: int, number: str, channel: str, posted_at: str) -> dict[str, Any]:
    meta = f"{IdeaChannel(channel).label} · {_day(posted_at)}"
    return {"title": number_words(number), "url": reverse("supervision:idea", args=[pk]), "meta": meta}


def _check(pk: int, project__title: str, asked_at: str) -> dict[str, Any]:
    url = reverse("supervision:answer-project-check", args=[pk])
    return {"title": project__title, "url": url, "meta": f"{_day(asked_at)}请论证"}


def _trouble(pk: int, project__title: str, deputy__name: str, on: str) -> dict[str, Any]:
    url = reverse("supervision:answer-project-visit", args=[pk])
    return {"title": project__title, "url": url, "meta": f"{deputy__name}代表 · {_day(on)}"}


def _vote(pk: int, project_year__year: int, purpose: str, meeting_name: str, held_on: str) -> dict[str, Any]:
    title = f"{project_year__year}年民生实事项目{VotePurpose(purpose).label}"
    meta = f"{meeting_name} · {_day(held_on)}"
    return {"title": title, "url": reverse("supervision:project-vote", args=[pk]), "meta": meta}


def _to_report(user: Any, on: date) -> QuerySet:
    return Project.objects.to_report(user, on)


def _to_steer(user: Any, on: date) -> QuerySet:
    return Project.objects.to_steer(user, on)


def _adopted(user: Any, on: date) -> QuerySet:
    return Project.objects.adopted_by(user)


def _to_screen(user: Any, on: date) -> QuerySet:
    return ProjectIdea.objects.to_screen(user, on)


def _checks(user: Any, on: date) -> QuerySet:
    return ProjectCheck.objects.checks_for(user, on)


def _troubles(user: Any, on: date) -> QuerySet:
    return ProjectVisit.objects.troubles_for(user, on)


def _votes(user: Any, on: date) -> QuerySet:
    return ProjectVote.objects.to_check(user, on)


OF_PROJECT = ("pk", "title", "state", "percent", "due_on")
RUNNERS = frozenset({Role.CLERK, Role.SECRETARY, Role.TOWNSHIP_CLERK})
BODIES = frozenset(ANSWERING)


def _card(key: str, title: str, roles: frozenset[str], tray: Tray, order: int, empty: str) -> Card:
    return Card(key, title, roles, tray, order=order, icon="check", empty=empty)


CARDS = (
    _card(
        "projects-to-report",
        "实施中的民生实事项目",
        BODIES,
        Tray(_to_report, OF_PROJECT, _project, "supervision:projects-to-report"),
        370,
        "没有实施中的项目。",
    ),
    _card(
        "project-checks",
        "待论证的初步项目",
        BODIES,
        Tray(_checks, ("pk", "project__title", "asked_at"), _check, "supervision:project-checks"),
        371,
        "没有待论证的项目。",
    ),
    _card(
        "project-troubles",
        "待回应的代表察看意见",
        BODIES,
        Tray(_troubles, ("pk", "project__title", "deputy__name", "on"), _trouble, "supervision:project-troubles"),
        372,
        "没有待回应的意见。",
    ),
    _card(
        "projects-to-steer",
        "待验收、待审议调整的项目",
        RUNNERS,
        Tray(_to_steer, OF_PROJECT, _project, "supervision:projects-to-steer"),
        373,
        "没有待验收的项目。",
    ),
    _card(
        "ideas-to-screen",
        "待筛选的民生实事意见",
        RUNNERS,
        Tray(_to_screen, ("pk", "number", "channel", "posted_at"), _idea, "supervision:ideas-to-screen"),
        374,
        "没有待筛选的意见。",
    ),
    _card(
        "project-votes-to-check",
        "待核对的项目计票",
        RUNNERS,
        Tray(
            _votes,
            ("pk", "project_year__year", "purpose", "meeting_name", "held_on"),
            _vote,
            "supervision:project-votes-to-check",
        ),
        375,
        "没有待核对的计票。",
    ),
    _card(
        "adopted-projects",
        "我认领的民生实事项目",
        frozenset({Role.DEPUTY}),
        Tray(_adopted, OF_PROJECT, _project, "supervision:adopted-projects"),
        376,
        "还没有认领项目。",
    ),
)
