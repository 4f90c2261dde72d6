"""What is told of calls for topics and of ideas."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import Solicitation, TopicIdea
from supervision.notices.matrix import tell
from supervision.rules.house import OFFICE
from supervision.states.solicitation import IdeaChannel


def solicitation_opened(call: Solicitation, *, by: Any, at: datetime) -> None:
    """Deputies, members and committees are asked; the public reads the front page."""
    people = people_with((Role.DEPUTY, Role.SC_MEMBER, Role.COMMITTEE), on=timezone.localdate(at))
    url = reverse("supervision:put-topic-idea")
    body = f"请于{date_text(call.closes_on)}前提出议题建议。"
    tell("solicitation_opened", people, call, f"征集议题：{call}", by=by, at=at, body=body, url=url)


def solicitation_closed(call: Solicitation, *, by: Any, at: datetime) -> None:
    people = people_with(OFFICE, on=timezone.localdate(at))
    body = "请逐条研究建议，按期公布采纳情况。"
    tell("solicitation_closed", people, call, f"{call}已截止", by=by, at=at, body=body)


def solicitation_answered(call: Solicitation, *, by: Any, at: datetime) -> None:
    """Whoever of the house or the deputies put an idea to it."""
    people = set(call.ideas.exclude(put_by=None).order_by().values_list("put_by", flat=True))
    url = reverse("supervision:public-solicitation", args=[call.pk])
    title = f"{call}采纳情况已公布"
    tell("solicitation_answered", people, call, title, by=by, at=at, body=call.outcome[:200], url=url)


def idea_sent(idea: TopicIdea, *, at: datetime) -> None:
    """One message a day and call, however many citizens write."""
    call, day = idea.solicitation, timezone.localdate(at)
    people = people_with(Role.CLERK, on=day)
    cause = f"{idea.solicitation_id}:{day}"
    title = f"收到公众的议题建议：{call}"
    url = reverse("supervision:topic-ideas")
    tell("idea_sent", people, idea, title, by=None, at=at, body="请在“议题建议”中研究。", url=url, cause=cause)


def idea_put(idea: TopicIdea, *, by: Any, at: datetime) -> None:
    people = people_with(Role.CLERK, on=timezone.localdate(at))
    tell("idea_put", people, idea, f"{by.name}提出议题建议：{idea}", by=by, at=at, body="请研究是否列入计划。")


def idea_decided(idea: TopicIdea, *, by: Any, at: datetime) -> None:
    """Whoever put it; a citizen reads the outcome of the call by his number."""
    if idea.channel == IdeaChannel.PUBLIC:
        return
    title = f"议题建议研究结果：{idea}"
    body = f"{idea.get_state_display()}。{idea.answer}"
    tell("idea_decided", {idea.put_by_id}, idea, title, by=by, at=at, body=body[:500])


def idea_reopened(idea: TopicIdea, reason: str, *, by: Any, at: datetime) -> None:
    if idea.channel == IdeaChannel.PUBLIC:
        return
    tell("idea_reopened", {idea.put_by_id}, idea, f"议题建议重新研究：{idea}", by=by, at=at, body=reason[:500])
