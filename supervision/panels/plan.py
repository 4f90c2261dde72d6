"""On the page of a suggestion or a letter: the topics of supervision that come from it, and the way to propose one."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from foundation.web.panels import Panel
from foundation.workdays.clock import today
from supervision.models import PlanTopic, TopicIdea
from supervision.querysets.sources import TOPIC_SOURCES
from supervision.rules.solicitations import may_put_topic_idea_about

TEMPLATE = "supervision/source_panel.html"


def facts_of(request: HttpRequest, source: Any, field: str) -> dict[str, Any] | None:
    """The house sees the ideas and their topics, everybody else the published topics; None when there is nothing."""
    user, known = request.user, TopicIdea.objects.exclude(**{field: None}).values_list(field, flat=True)
    is_source = source.pk in TOPIC_SOURCES[field].of(known)
    house = bool(may_put_topic_idea_about(user, source, on=today()))
    if house:
        found = TopicIdea.objects.visible_to(user).filter(**{field: source}).with_names().order_by("pk")
        ideas = list(found) if is_source else []
        url = reverse(f"supervision:put-topic-idea-{field}", args=[source.pk])
        return {"ideas": ideas, "topics": [], "may_put": not ideas, "put_url": url}
    if not is_source:
        return None
    topics = list(PlanTopic.objects.public().filter(**{f"ideas__{field}": source}).select_related("plan").distinct())
    return {"ideas": [], "topics": topics, "may_put": False} if topics else None


def _of_suggestion(request: HttpRequest, paper: Any) -> dict[str, Any] | None:
    return facts_of(request, paper, "suggestion")


def _of_letter(request: HttpRequest, letter: Any) -> dict[str, Any] | None:
    return facts_of(request, letter, "letter")


def _of_undertaking(request: HttpRequest, row: Any) -> dict[str, Any] | None:
    """From what is carried out back to the plan, and to what the topic was made of."""
    topic = PlanTopic.objects.filter(undertaking=row).visible_to(request.user).select_related("plan").first()
    if topic is None:
        return None
    house = bool(may_put_topic_idea_about(request.user, topic, on=today()))
    return {"topic": topic, "house": house, "sources": topic.ideas.with_names().order_by("pk") if house else []}


PANELS = (
    Panel("supervision.undertaking", "plan", "年度监督计划", "supervision/plan_panel.html", _of_undertaking, order=20),
    Panel("suggestions.suggestion", "supervision-topics", "监督议题", TEMPLATE, _of_suggestion, order=40),
    Panel("liaison_stations.letter", "supervision-topics", "监督议题", TEMPLATE, _of_letter, order=40),
)
