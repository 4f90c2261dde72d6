"""An adopted plan is adjusted: each time with a reason and the council of chairpersons that agreed; nothing is lost."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation.workflow import lock
from supervision.models import PlanChange, PlanTopic, PlanYear
from supervision.notices import plan as notices
from supervision.rules import plan as rules
from supervision.states.plan import ChangeKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.plan import check_council, place_topic, rewrite


@transaction.atomic
def adjust_add(
    pk: Any,
    *,
    adjust_reason: str,
    meeting: Meeting,
    decided_on: date,
    by: Any,
    at: datetime,
    version: int | None = None,
    **facts: Any,
) -> PlanTopic:
    """A further topic of an adopted plan."""
    plan = lock(PlanYear, pk, version=version)
    rules.may_adjust_plan(by, plan, on=day_of(at)).require()
    check_council(meeting, decided_on, day_of(at), "decided_on")
    topic = place_topic(plan, facts)
    words = f"增加议题“{topic}”，{topic.months}，{topic.committee}负责。"
    _adjusted(plan, topic, ChangeKind.ADDED, words, adjust_reason, meeting, decided_on, by, at)
    return topic


@transaction.atomic
def adjust_topic(
    pk: Any,
    *,
    adjust_reason: str,
    meeting: Meeting,
    decided_on: date,
    by: Any,
    at: datetime,
    version: int | None = None,
    **facts: Any,
) -> PlanTopic:
    """Another time, committee or method; what it was before is written down. Refused when nothing differs."""
    plan, topic = _opened(pk, by, at, version)
    check_council(meeting, decided_on, day_of(at), "decided_on")
    before = described(topic)
    rewrite(topic, facts)
    words = differing(before, described(topic))
    filled(words, "内容与原计划相同，没有需要调整的。", "title")
    _adjusted(plan, topic, ChangeKind.CHANGED, words, adjust_reason, meeting, decided_on, by, at)
    return topic


@transaction.atomic
def drop_topic(
    pk: Any,
    *,
    adjust_reason: str,
    meeting: Meeting,
    decided_on: date,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> PlanTopic:
    """Off the plan; it stays on the page, struck through, with the reason. Refused once it is being carried out."""
    plan, topic = _opened(pk, by, at, version)
    rules.may_drop_topic(by, topic, on=day_of(at)).require()
    check_council(meeting, decided_on, day_of(at), "decided_on")
    topic.dropped_at = at
    topic.bump("dropped_at")
    words = f"取消议题“{topic}”。"
    _adjusted(plan, topic, ChangeKind.DROPPED, words, adjust_reason, meeting, decided_on, by, at)
    return topic


NAMES: tuple[tuple[str, Callable[[PlanTopic], str]], ...] = (
    ("议题", lambda topic: topic.title),
    ("监督形式", lambda topic: str(topic.kind)),
    ("在哪里听取", lambda topic: topic.get_level_display()),
    ("来源", lambda topic: topic.get_source_display()),
    ("立项理由", lambda topic: topic.reason),
    ("责任委员会", lambda topic: str(topic.committee)),
    ("时间", lambda topic: topic.months),
    ("方法步骤", lambda topic: topic.method),
    ("被监督单位", lambda topic: "、".join(sorted(body.label for body in topic.bodies.all()))),
)


def described(topic: PlanTopic) -> dict[str, str]:
    """The facts of a topic in words."""
    return {name: read(topic) for name, read in NAMES}


def differing(before: dict[str, str], after: dict[str, str]) -> str:
    """ "时间由4月改为5月；…"; empty when nothing differs."""
    changed = [name for name in after if before[name] != after[name]]
    return "；".join(f"{name}由“{before[name] or '无'}”改为“{after[name] or '无'}”" for name in changed)


def _opened(pk: Any, by: Any, at: datetime, version: int | None) -> tuple[PlanYear, PlanTopic]:
    topic = lock(PlanTopic, pk, version=version)
    plan = lock(PlanYear, topic.plan_id)
    topic.plan = plan
    rules.may_adjust_topic(by, topic, on=day_of(at)).require()
    return plan, topic


def _adjusted(
    plan: PlanYear,
    topic: PlanTopic,
    kind: str,
    words: str,
    reason: str,
    meeting: Meeting,
    decided_on: date,
    by: Any,
    at: datetime,
) -> None:
    change = PlanChange.objects.create(
        plan=plan,
        topic=topic,
        kind=kind,
        words=words,
        reason=filled(reason, "请写明调整理由。", "adjust_reason"),
        meeting=meeting,
        decided_on=decided_on,
        entered_by=by,
        entered_at=at,
    )
    plan.bump()
    note("adjust_plan", plan, f"{words}理由：{change.reason}", by=by, at=at)
    notices.plan_adjusted(plan, change, by=by, at=at)
