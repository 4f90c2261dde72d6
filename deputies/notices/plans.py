"""What is told of yearly plans."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import ActivityPlan, Mandate
from deputies.notices.matrix import tell


def plan_published(plan: ActivityPlan, *, by: Any, at: datetime) -> None:
    """The serving deputies of the congress, of the group, or of the township's delegation."""
    seats = Mandate.objects.at_home().serving_on(timezone.localdate(at))
    if plan.group_id:
        seats = seats.filter(group=plan.group_id)
    elif plan.organiser.areas.exists():
        seats = seats.filter(delegation__area__organisation=plan.organiser_id)
    people = set(seats.exclude(deputy__user=None).values_list("deputy__user", flat=True))
    if people:
        body = plan.intro or "请按计划安排好时间，参加活动。"
        tell("plan_published", people, plan, f"年度活动计划已公布：{plan}", by=by, at=at, body=body)
