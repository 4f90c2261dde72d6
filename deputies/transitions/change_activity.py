from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity
from deputies.rules import may_change_activity
from deputies.rules.half_days import half_days_between
from deputies.transitions._activity import day_of, note, open_activity
from deputies.transitions.plan_activity import check_plan
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused

FIELDS = ("title", "place", "starts_at", "ends_at", "half_days", "content")


@transaction.atomic
def change_activity(
    activity: Any,
    *,
    by: Any,
    at: datetime,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    content: str = "",
    version: int | None = None,
) -> Activity:
    """Another time, place or content. Whoever is asked already hears of another time or place.

    Refused: not the organiser, once it is held, an end before the beginning, a beginning gone by.
    """
    plan = open_activity(activity, version)
    may_change_activity(by, plan, on=day_of(at)).require()
    check_plan(plan.kind, title, place, starts_at, ends_at)
    if starts_at != plan.starts_at and starts_at < at:
        raise Refused("新的开始时间已经过去，请核对。", "input", field="starts_at")
    moved = (plan.starts_at, plan.ends_at, plan.place) != (starts_at, ends_at, place.strip())
    plan.title, plan.place, plan.content = title.strip(), place.strip(), content
    plan.starts_at, plan.ends_at, plan.half_days = starts_at, ends_at, half_days_between(starts_at, ends_at)
    plan.bump(*FIELDS)
    where = f"时间{datetime_text(starts_at)}至{datetime_text(ends_at)}，地点{plan.place}"
    note("change_activity", plan, f"调整活动安排：{where}。", by=by, at=at)
    if moved:
        notices.moved(plan, list(plan.invitations.select_related("deputy")), by=by, at=at)
    return plan
