"""The plan at a glance: how far each topic has come, and the tiles that count it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.trays import Tray
from supervision.models import PlanTopic, PlanYear
from supervision.rules.house import OFFICE
from supervision.states.plan import TopicProgress

P = TopicProgress
TONES: dict[str, str] = {P.WAITING: "info", P.UNDER_WAY: "warn", P.DONE: "ok", P.DROPPED: "muted"}
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Glance:
    """A topic with how far it has come on a day, and its row of the twelve months."""

    topic: PlanTopic
    progress: TopicProgress
    is_late: bool
    months: list[bool]

    @property
    def tone(self) -> str:
        return "late" if self.is_late else TONES[self.progress]

    @property
    def words(self) -> str:
        """ "未启动", "未启动，已过开始月份"."""
        late = {P.WAITING: "，已过开始月份", P.UNDER_WAY: "，已过完成月份"}.get(self.progress, "")
        return f"{self.progress.label}{late if self.is_late else ''}"


def progress_of(plan: PlanYear, on: date, *, house: bool) -> list[Glance]:
    """Every topic of the plan, those that were dropped too, in their order; a fixed number of queries."""
    return [glance(topic, on, house=house) for topic in plan.topics.with_names()]


def glance(topic: PlanTopic, on: date, *, house: bool) -> Glance:
    progress = topic.progress_on(on, house)
    months = [topic.month_from <= month <= topic.month_until for month in MONTHS]
    # Whoever does not know that it has begun is not told that it is late.
    late = is_late(topic, progress, on) and not (progress == P.WAITING and topic.is_started)
    return Glance(topic, progress, late, months)


def is_late(topic: PlanTopic, progress: TopicProgress, on: date) -> bool:
    """Not begun after the month in which it was to begin, or not done after the month in which it was to be done."""
    now = (on.year, on.month)
    if progress == P.WAITING:
        return now > (topic.plan.year, topic.month_from)
    return progress == P.UNDER_WAY and now > (topic.plan.year, topic.month_until)


def stats_of(topics: list[Glance]) -> list[dict[str, Any]]:
    """The tiles above the table."""
    standing = [row for row in topics if row.progress != P.DROPPED]
    tiles = [{"label": "议题", "value": len(standing), "tone": ""}]
    for state in (P.WAITING, P.UNDER_WAY, P.DONE):
        count = sum(row.progress == state for row in standing)
        tiles.append({"label": state.label, "value": count, "tone": ""})
    late = sum(row.is_late for row in standing)
    tiles.append({"label": "晚于计划", "value": late, "tone": "late" if late else ""})
    return tiles


def _to_start(user: Any, on: date) -> QuerySet:
    return PlanTopic.objects.to_start(user, on).order_by("plan__year", "month_from", "order", "pk")


def _topic(pk: int, title: str, plan__year: int, month_from: int, committee__name: str) -> dict[str, Any]:
    meta = f"{plan__year}年{month_from}月起 · {committee__name}"
    return {"title": title, "url": reverse("supervision:topic", args=[pk]), "meta": meta}


TO_START = Card(
    "topics-to-start",
    "到期待启动的计划议题",
    frozenset({Role.COMMITTEE, *OFFICE}),
    Tray(
        _to_start, ("pk", "title", "plan__year", "month_from", "committee__name"), _topic, "supervision:topics-to-start"
    ),
    order=352,
    icon="calendar",
    empty="没有到期待启动的计划议题。",
)
