"""What is found out in a supervision, on its page: each kind asks for some of it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from foundation.files.store import attach_files
from foundation.web.charts import bar_chart
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from foundation.workflow import Verdict
from supervision.models import (
    Ballot,
    CollectedOpinion,
    LawArticle,
    OnlineSurvey,
    Problem,
    Questionnaire,
    SpotVisit,
    Undertaking,
)
from supervision.rules import inspection as rules
from supervision.rules.house import READERS
from supervision.states.undertaking import UndertakingState

Rule = Callable[..., Verdict]


def _reads(user: Any, row: Undertaking) -> bool:
    """The house and the team, who read everything that is found."""
    return user.has_role(*READERS) or row.team.filter(user=user, left_at__isnull=True).exists()


def _button(request: HttpRequest, row: Undertaking, name: str, label: str, rule: Rule) -> dict[str, str] | None:
    if not rule(request.user, row, on=today()):
        return None
    return {"url": reverse(f"supervision:{name}", args=[row.pk]), "label": label}


def _team(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.has_team:
        return None
    members = list(row.team.filter(left_at__isnull=True).order_by("pk"))
    button = _button(request, row, "join-team", "增加成员", rules.may_join_team)
    return {"members": members, "buttons": [button] if button else []}


def _articles(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.has_laws:
        return None
    articles = list(LawArticle.objects.visible_to(request.user).filter(undertaking=row))
    button = _button(request, row, "list-article", "增加检查条文", rules.may_list_article)
    may_assess = bool(rules.may_record_visit(request.user, row, on=today()))
    return {"articles": articles, "may_assess": may_assess, "buttons": [button] if button else []}


def _opinions(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.collects_opinions:
        return None
    opinions = list(
        CollectedOpinion.objects.visible_to(request.user).filter(undertaking=row).select_related("organisation")
    )
    names = (
        ("collect-opinion", "登记意见", rules.may_collect_opinion),
        ("send-opinions", "送交意见", rules.may_send_opinions),
    )
    buttons = [button for name in names if (button := _button(request, row, *name))]
    if not opinions and not buttons:
        return None
    for opinion in opinions:
        opinion.undertaking = row
        opinion.may_answer = bool(rules.may_answer_opinion(request.user, opinion, on=today()))
    return {"opinions": opinions, "buttons": buttons}


def _visits(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.has_visits:
        return None
    visits = list(
        SpotVisit.objects.visible_to(request.user)
        .filter(undertaking=row)
        .select_related("organisation")
        .prefetch_related("members")
    )
    attach_files(visits)
    button = _button(request, row, "record-visit", "登记现场检查", rules.may_record_visit)
    return {"visits": visits, "buttons": [button] if button else []}


def _surveys(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.has_questionnaire:
        return None
    online = list(OnlineSurvey.objects.visible_to(request.user).filter(undertaking=row).order_by("pk"))
    surveys = list(Questionnaire.objects.visible_to(request.user).filter(undertaking=row).prefetch_related("questions"))
    for survey in surveys:
        survey.charts = [bar_chart(question.text, question.answers, "人") for question in survey.questions.all()]
    names = (
        ("make-survey", "发起网上问卷", rules.may_record_survey),
        ("record-survey", "登记问卷结果", rules.may_record_survey),
    )
    buttons = [button for name in names if (button := _button(request, row, *name))]
    return {"online": online, "surveys": surveys, "buttons": buttons}


def _decisions(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if not row.kind.has_decisions:
        return None
    decisions = list(row.decisions.select_related("problem__unit"))
    opened = set(
        Problem.objects.visible_to(request.user).filter(decision__undertaking=row).values_list("pk", flat=True)
    )
    for decision in decisions:
        decision.may_open = decision.problem_id in opened
    button = _button(request, row, "record-decision", "登记议定事项", rules.may_record_decision)
    return {"decisions": decisions, "buttons": [button] if button else []}


def _ballots(request: HttpRequest, row: Undertaking) -> dict[str, Any] | None:
    if row.state == UndertakingState.PLANNED:
        return None
    ballots = list(Ballot.objects.visible_to(request.user).about(row).with_names().prefetch_related("lines"))
    button = _button(request, row, "plan-its-ballot", "安排测评", rules.may_plan_its_ballot)
    if not ballots and not (button and row.kind.ballot_rule):
        return None
    return {"ballots": ballots, "buttons": [button] if button and row.kind.ballot_rule else []}


def _anybody(user: Any, row: Undertaking) -> bool:
    return True


# key, title, who, order, what
BOXES: tuple[tuple[str, str, Callable[[Any, Any], bool], int, Callable[..., Any]], ...] = (
    ("team", "工作组", _reads, 10, _team),
    ("articles", "法律和条文清单", _reads, 20, _articles),
    ("opinions", "征集的意见", _anybody, 30, _opinions),
    ("visits", "现场检查", _reads, 40, _visits),
    ("surveys", "问卷调查", _reads, 50, _surveys),
    ("decisions", "议定事项", _anybody, 60, _decisions),
    ("ballots", "满意度测评", _anybody, 70, _ballots),
)
PANELS = [
    Panel("supervision.undertaking", key, title, f"supervision/panels/{key}.html", context, allowed, order)
    for key, title, allowed, order, context in BOXES
]
