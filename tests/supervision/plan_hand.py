"""The yearly plan and the public call in a test's words."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Meeting, MeetingKind
from supervision.models import PlanTopic, PlanYear, Solicitation, TopicIdea
from supervision.transitions import ideas, solicitations
from supervision.transitions import plan as act
from tests.supervision.hand import kind

# A Monday.
AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TOPIC: dict[str, Any] = {
    "title": "老旧小区加装电梯情况",
    "source": "wide",
    "reason": "群众反映集中。",
    "month_from": 4,
    "month_until": 8,
}
IDEA = {"sort": "supervision", "title": "加装电梯太慢", "text": "我们小区等了三年。"}


def council(register: Any, number: int = 41, day: date | None = None, kind: str = MeetingKind.COUNCIL) -> Meeting:
    day = day or AT.date()
    return Meeting.objects.create(term=register.lin.term, kind=kind, number=number, opens_on=day)


def drafted(cast: Any, year: int = 2026, at: datetime = AT, **topic: Any) -> PlanYear:
    """A draft with one topic of the urban committee about the transport bureau."""
    plan = act.make_plan(year=year, by=cast.he, at=at)
    facts = {**TOPIC, "kind": kind(), "committee": cast.urban_committee, "bodies": [cast.transport], **topic}
    act.add_topic(plan, by=cast.he, at=at, **facts)
    return PlanYear.objects.get(pk=plan.pk)


def adopted(cast: Any, register: Any, year: int = 2026, at: datetime = AT, number: int = 41) -> PlanYear:
    plan = drafted(cast, year, at)
    meeting = council(register, number, at.date())
    return act.adopt_supervision_plan(plan, meeting=meeting, adopted_on=at.date(), by=cast.he, at=at)


def published(cast: Any, register: Any, year: int = 2026, at: datetime = AT, number: int = 41) -> PlanYear:
    return act.publish_supervision_plan(adopted(cast, register, year, at, number), by=cast.he, at=at)


def lines(cast: Any, **changes: Any) -> dict[str, Any]:
    """The facts of a topic, as the transition takes them."""
    return {**TOPIC, "kind": kind(), "committee": cast.urban_committee, **changes}


def topic_of(plan: PlanYear) -> PlanTopic:
    return plan.topics.get()


def called(cast: Any, at: datetime = AT, **changes: Any) -> Solicitation:
    """A draft call for both sorts, open for a month."""
    facts = {"year": 2027, "title": "关于征集监督议题的公告", "text": "欢迎提出建议。"}
    days = {"opens_on": at.date(), "closes_on": at.date() + timedelta(days=30)}
    sorts = {"for_supervision": True, "for_legislation": True}
    return solicitations.make_solicitation(by=cast.he, at=at, **{**facts, **days, **sorts, **changes})


def opened(cast: Any, at: datetime = AT, **changes: Any) -> Solicitation:
    return solicitations.open_solicitation(called(cast, at, **changes), by=cast.he, at=at)


def sent(call: Solicitation, token: str = "a", at: datetime = AT, **changes: Any) -> TopicIdea:
    return ideas.send_topic_idea(call, token=token, **{**IDEA, **changes}, at=at)


def put(by: Any, at: datetime = AT, **changes: Any) -> TopicIdea:
    return ideas.put_topic_idea(**{**IDEA, **changes}, by=by, at=at)
