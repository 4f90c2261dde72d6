"""The yearly plan of supervision: drafted topic by topic, adopted by the council of chairpersons, published."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Organisation
from foundation.accounts.roles import SC_KINDS
from foundation.workflow import Refused, lock
from supervision.models import PlanTopic, PlanYear
from supervision.notices import plan as notices
from supervision.rules import plan as rules
from supervision.rules.house import BODIES
from supervision.states.plan import SUPERVISION_PLAN_FLOW
from supervision.transitions._beats import day_of, filled, note

FIELDS = ("title", "kind", "level", "source", "reason", "committee", "month_from", "month_until", "method")
EARLIEST = 2000


@transaction.atomic
def make_plan(*, year: int, title: str = "", intro: str = "", by: Any, at: datetime) -> PlanYear:
    """Begins the plan of a year. Refused for a second one, and for a year too far away."""
    on = day_of(at)
    rules.may_make_plan(by, on=on).require()
    if not EARLIEST <= year <= on.year + 1:
        raise Refused(f"请填写{EARLIEST}年至{on.year + 1}年之间的年度。", "input", field="year")
    if PlanYear.objects.filter(year=year).exists():
        raise Refused(f"{year}年度的监督工作计划已经建立，请在原计划上修改。", "input", field="year")
    plan = PlanYear.objects.create(year=year, title=title.strip() or f"{year}年监督工作计划", intro=intro.strip())
    note("make_plan", plan, f"起草{plan}。", by=by, at=at, visibility="office")
    return plan


@transaction.atomic
def change_plan(pk: Any, *, title: str, intro: str = "", by: Any, at: datetime, version: int | None = None) -> PlanYear:
    """Its name and general words, while it is a draft."""
    plan = lock(PlanYear, pk, version=version)
    rules.may_draft_plan(by, plan, on=day_of(at)).require()
    plan.title, plan.intro = filled(title, "请填写计划名称。", "title"), intro.strip()
    plan.bump("title", "intro")
    note("change_plan", plan, "修改名称和总体要求。", by=by, at=at, visibility="office")
    return plan


@transaction.atomic
def add_topic(pk: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> PlanTopic:
    """One more topic of a draft; after the adoption topics come by adjustment alone."""
    plan = lock(PlanYear, pk, version=version)
    rules.may_draft_plan(by, plan, on=day_of(at)).require()
    topic = place_topic(plan, facts)
    plan.bump()
    note("add_topic", plan, f"添加议题：{topic}。", by=by, at=at, visibility="office")
    return topic


@transaction.atomic
def change_topic(pk: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> PlanTopic:
    """While the plan is a draft."""
    topic = lock(PlanTopic, pk, version=version)
    rules.may_change_topic(by, topic, on=day_of(at)).require()
    rewrite(topic, facts)
    note("change_topic", topic.plan, f"修改议题：{topic}。", by=by, at=at, visibility="office")
    return topic


@transaction.atomic
def remove_topic(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PlanYear:
    """Takes a topic off a draft; ideas that stood in it are open again."""
    topic = lock(PlanTopic, pk, version=version)
    plan = lock(PlanYear, topic.plan_id)
    rules.may_change_topic(by, topic, on=day_of(at)).require()
    if topic.ideas.exists():
        raise Refused("有议题建议列入了这个议题，请先把建议改为“重新研究”，再去掉议题。", "state")
    words = str(topic)
    topic.bodies.clear()
    topic.delete()
    plan.bump()
    note("remove_topic", plan, f"去掉议题：{words}。", by=by, at=at, visibility="office")
    return plan


@transaction.atomic
def adopt_supervision_plan(
    pk: Any, *, meeting: Meeting, adopted_on: date, by: Any, at: datetime, version: int | None = None
) -> PlanYear:
    """Writes down which council of chairpersons adopted it (监督法 63). Refused: no topic, another kind of meeting, a
    day to come or before the meeting."""
    plan = lock(PlanYear, pk, version=version)
    rules.may_adopt_supervision_plan(by, plan, on=day_of(at)).require()
    check_council(meeting, adopted_on, day_of(at), "adopted_on")
    plan.meeting, plan.adopted_on = meeting, adopted_on
    _move(plan, "adopt_supervision_plan", "meeting", "adopted_on")
    note("adopt_supervision_plan", plan, f"{meeting}通过。", by=by, at=at)
    notices.plan_adopted(plan, by=by, at=at)
    return plan


@transaction.atomic
def publish_supervision_plan(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PlanYear:
    """Everybody reads it from now on; members, deputies and the bodies named hear."""
    plan = lock(PlanYear, pk, version=version)
    rules.may_publish_supervision_plan(by, plan, on=day_of(at)).require()
    plan.published_at = at
    _move(plan, "publish_supervision_plan", "published_at")
    note("publish_supervision_plan", plan, "向社会公布。", by=by, at=at)
    notices.plan_published(plan, by=by, at=at)
    return plan


def place_topic(plan: PlanYear, facts: dict[str, Any]) -> PlanTopic:
    """A new topic behind the others; the caller has locked the plan and asked the rule."""
    bodies = _bodies(facts.pop("bodies", ()))
    last = plan.topics.aggregate(last=Max("order"))["last"] or 0
    topic = PlanTopic(plan=plan, order=last + 1)
    _check(topic, facts)
    topic.save()
    topic.bodies.set(bodies)
    return topic


def rewrite(topic: PlanTopic, facts: dict[str, Any]) -> None:
    """Other facts of a topic; the caller has locked it and asked the rule."""
    bodies = _bodies(facts.pop("bodies", ()))
    _check(topic, facts)
    topic.bump(*FIELDS)
    topic.bodies.set(bodies)


def check_council(meeting: Meeting, day: date, today: date, field: str) -> None:
    """A council of chairpersons that has met, and a day neither before it nor to come."""
    if meeting.kind != MeetingKind.COUNCIL:
        raise Refused("年度监督工作计划由主任会议通过，请选择主任会议。", "input", field="meeting")
    if meeting.opens_on and meeting.opens_on > day:
        raise Refused("日期不能早于会议召开之日，请核对。", "input", field=field)
    if day > today:
        raise Refused("日期不能晚于今天。", "input", field=field)


def _check(topic: PlanTopic, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(topic, name, value)
    topic.title = filled(topic.title, "请填写议题。", "title")
    topic.reason = filled(topic.reason, "请写明立项理由。", "reason")
    topic.method = (topic.method or "").strip()
    if not (1 <= topic.month_from <= 12 and 1 <= topic.month_until <= 12):
        raise Refused("月份应在1至12之间。", "input", field="month_from")
    if topic.month_until < topic.month_from:
        raise Refused("完成月份不能早于开始月份。", "input", field="month_until")
    topic.level = topic.level or topic.kind.level
    if topic.committee.kind not in SC_KINDS:
        raise Refused("请选择常委会的工作委员会。", "input", field="committee")
    if topic.plan.topics.standing().filter(title=topic.title).exclude(pk=topic.pk).exists():
        raise Refused("计划中已有同名议题，请核对。", "input", field="title")


def _bodies(bodies: Iterable[Organisation]) -> list[Organisation]:
    found = list(bodies or ())
    if any(body.kind not in BODIES for body in found):
        raise Refused("被监督单位请选择政府部门、监察司法机关或者乡镇、街道。", "input", field="bodies")
    return found


def _move(plan: PlanYear, verb: str, *fields: str) -> None:
    plan.state = SUPERVISION_PLAN_FLOW.target(verb, plan.state)
    plan.bump("state", *fields)
