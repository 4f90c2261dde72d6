"""What waits about questioning: to be asked, planned, put right, agreed, reviewed."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray
from supervision.models import Interpellation, QuestionSession, SessionIssue
from supervision.rules.house import ANSWERING
from supervision.states.interpellations import ProposalState
from supervision.states.questions import SessionState
from supervision.states.session_issues import IssueState

OF_ISSUE = ("pk", "title", "state", "session__title", "round_number")
OF_SESSION = ("pk", "title", "state", "kind")
SESSIONS, ISSUES = "supervision:question-sessions", "supervision:session-issues"
STEERING = frozenset({Role.CLERK, Role.SECRETARY, Role.COMMITTEE, Role.TOWNSHIP_CLERK})


def _issue(pk: int, title: str, state: str, session__title: str, round_number: int) -> dict[str, Any]:
    again = " · 二次整改" if round_number > 1 else ""
    meta = f"{IssueState(state).label} · {session__title}{again}"
    return {"title": title, "url": reverse("supervision:session-issue", args=[pk]), "meta": meta}


def _session(pk: int, title: str, state: str, kind: str) -> dict[str, Any]:
    url = reverse("supervision:question-session", args=[pk])
    return {"title": title, "url": url, "meta": SessionState(state).label}


def _to_plan(user: Any, on: date) -> QuerySet:
    return SessionIssue.objects.to_plan(user)


def _to_remedy(user: Any, on: date) -> QuerySet:
    return SessionIssue.objects.to_remedy(user)


def _to_steer(user: Any, on: date) -> QuerySet:
    return SessionIssue.objects.to_steer(user, on)


def _to_ask(user: Any, on: date) -> QuerySet:
    return QuestionSession.objects.to_ask(user, on)


def _called(user: Any, on: date) -> QuerySet:
    return QuestionSession.objects.to_answer(user, on)


def _running(user: Any, on: date) -> QuerySet:
    return QuestionSession.objects.run_by(user, on).open().order_by("starts_at", "pk")


def _proposal(pk: int, title: str, state: str) -> dict[str, Any]:
    url = reverse("supervision:interpellation", args=[pk])
    return {"title": title, "url": url, "meta": ProposalState(state).label}


def _to_answer(user: Any, on: date) -> QuerySet:
    return Interpellation.objects.to_answer(user)


def _to_decide(user: Any, on: date) -> QuerySet:
    return Interpellation.objects.to_steer(user, on)


OF_PROPOSAL, PROPOSALS = ("pk", "title", "state"), "supervision:interpellations"
CARDS = (
    Card(
        "proposal-answer",
        "待答复的质询案",
        frozenset(ANSWERING),
        Tray(_to_answer, OF_PROPOSAL, _proposal, PROPOSALS),
        order=349,
        icon="edit",
        empty="没有待答复的质询案。",
    ),
    Card(
        "proposal-steer",
        "待决定、待评价的质询案和提议",
        frozenset({Role.CLERK, Role.SECRETARY}),
        Tray(_to_decide, OF_PROPOSAL, _proposal, PROPOSALS),
        order=350,
        icon="inbox",
        empty="没有待决定、待评价的质询案。",
    ),
    Card(
        "issue-plan",
        "待报整改方案的问政问题",
        frozenset(ANSWERING),
        Tray(_to_plan, OF_ISSUE, _issue, ISSUES),
        order=351,
        icon="edit",
        empty="没有待报整改方案的问政问题。",
    ),
    Card(
        "issue-remedy",
        "整改中的问政问题",
        frozenset(ANSWERING),
        Tray(_to_remedy, OF_ISSUE, _issue, ISSUES),
        order=352,
        icon="clock",
        empty="没有整改中的问政问题。",
    ),
    Card(
        "issue-steer",
        "待商定、待评议的问政问题",
        STEERING,
        Tray(_to_steer, OF_ISSUE, _issue, ISSUES),
        order=353,
        icon="inbox",
        empty="没有待商定、待评议的问政问题。",
    ),
    Card(
        "session-ask",
        "请您提问的问政",
        frozenset({Role.DEPUTY}),
        Tray(_to_ask, OF_SESSION, _session, SESSIONS),
        order=354,
        icon="people",
        empty="没有请您提问的问政。",
    ),
    Card(
        "session-answer",
        "请到会应答的问政和询问",
        frozenset(ANSWERING),
        Tray(_called, OF_SESSION, _session, SESSIONS),
        order=350,
        icon="people",
        empty="没有请到会应答的问政和询问。",
    ),
    Card(
        "session-running",
        "正在组织的问政和询问",
        STEERING,
        Tray(_running, OF_SESSION, _session, SESSIONS),
        order=355,
        icon="calendar",
        empty="没有正在组织的问政和询问。",
    ),
)
