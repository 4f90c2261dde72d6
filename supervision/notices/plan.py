"""What is told of the yearly plan of supervision."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from supervision.models import PlanChange, PlanYear
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING, LEADERS, OFFICE


def plan_adopted(plan: PlanYear, *, by: Any, at: datetime) -> None:
    """The committees and the office: topics may begin."""
    people = people_with((*OFFICE, Role.COMMITTEE), on=timezone.localdate(at))
    body = f"{plan.meeting}通过，各工作委员会可以启动负责的议题。"
    tell("plan_adopted", people, plan, f"{plan}已通过", by=by, at=at, body=body)


def plan_published(plan: PlanYear, *, by: Any, at: datetime) -> None:
    """Members, committees and deputies; the bodies named in topics. All read the public page."""
    on = timezone.localdate(at)
    url = reverse("supervision:public-plan", args=[plan.pk])
    house = people_with((*OFFICE, *LEADERS, Role.COMMITTEE, Role.SC_MEMBER, Role.DEPUTY), on=on)
    body = "请在“监督计划”栏目查阅各项议题、时间和责任单位。"
    tell("plan_published", house, plan, f"{plan}已公布", by=by, at=at, body=body, url=url)
    if bodies := people_of_bodies(plan, on):
        words = "计划中有涉及本单位的议题，请做好准备。"
        tell("plan_body", bodies, plan, f"{plan}涉及本单位", by=by, at=at, body=words, url=url)


def plan_adjusted(plan: PlanYear, change: PlanChange, *, by: Any, at: datetime) -> None:
    """The committee and the bodies of the topic, the members."""
    on = timezone.localdate(at)
    committee = people_with(Role.COMMITTEE, change.topic.committee_id, on=on)
    members = people_with((*LEADERS, Role.SC_MEMBER), on=on)
    people = {*committee.values_list("pk", flat=True), *members.values_list("pk", flat=True)}
    title, body = f"{plan}调整：{change.topic}", f"{change.words}理由：{change.reason}"
    tell("plan_adjusted", people, plan, title, by=by, at=at, body=body[:500], mark=change.pk)


def people_of_bodies(plan: PlanYear, on: Any) -> set[int]:
    """Whoever acts for a body named in a topic that stands."""
    topics = plan.topics.standing()
    bodies = set(topics.order_by().values_list("bodies", flat=True)) - {None}
    people = people_with(ANSWERING, on=on).filter(memberships__organisation__in=bodies)
    return set(people.values_list("pk", flat=True))
