"""An activity is put on the calendar; nobody is told yet."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Activity, ActivityKind, Campaign, DeputyGroup, Meeting, PlanItem
from deputies.rules import may_hold_for, may_plan_activity
from deputies.rules.half_days import half_days_between
from deputies.states import Level
from foundation.accounts.models import Organisation
from foundation.accounts.roles import Role
from foundation.audit import record
from foundation.workflow import Refused, announce

HOLDERS = (Role.COMMITTEE, Role.CLERK, Role.SECRETARY, Role.TOWNSHIP_CLERK)


@transaction.atomic
def plan_activity(
    kind: ActivityKind | str,
    title: str,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    by: Any,
    at: datetime,
    organiser: Organisation | None = None,
    group: DeputyGroup | None = None,
    meeting: Meeting | None = None,
    content: str = "",
    half_days: int | None = None,
    level: str = Level.DISTRICT,
    plan_item: PlanItem | None = None,
    campaigns: Iterable[Campaign] = (),
) -> Activity:
    """Plans an activity in the name of an office or of a deputy group; without either, of the planner's own office.

    An activity that was held already may be entered later. Refused: not one's own office or group, no title or
    place, an end before the beginning, a kind that is not in force on that day.
    """
    on = timezone.localdate(at)
    if organiser is None and group is None:
        organiser = own_office(by, on)
    may_plan_activity(by, on=on).require()
    may_hold_for(by, organiser, group, on=on).require()
    day = timezone.localdate(starts_at)
    chosen = kind if isinstance(kind, ActivityKind) else ActivityKind.objects.on(day).filter(code=kind).first()
    check_plan(chosen, title, place, starts_at, ends_at)
    activity = Activity.objects.create(
        kind=chosen,
        title=title.strip(),
        level=level,
        organiser=organiser,
        group=group,
        meeting=meeting,
        place=place.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        half_days=half_days or half_days_between(starts_at, ends_at),
        content=content,
        planned_by=by,
        plan_item=plan_item,
    )
    activity.campaigns.set(campaigns)
    summary = f"{activity.holder}安排{chosen}：{activity}。"
    record("deputies.plan_activity", activity, by=by, at=at, summary=summary, visibility="office")
    announce("deputies.plan_activity", activity, by=by, at=at)
    return activity


def own_office(user: Any, on: Any) -> Organisation | None:
    """The office in whose name this person acts without saying so."""
    held = [post for post in user.memberships_on(on) if post.organisation_id and post.role in HOLDERS]
    return held[0].organisation if held else None


def check_plan(kind: ActivityKind | None, title: str, place: str, starts_at: datetime, ends_at: datetime) -> None:
    """Refused, each at its field, for what no activity can be."""
    if kind is None:
        raise Refused("没有这个活动类别，或者该类别在活动当天没有生效，请重新选择。", "input", field="kind")
    if not title.strip():
        raise Refused("请填写活动名称。", "input", field="title")
    if not place.strip():
        raise Refused("请填写活动地点。", "input", field="place")
    if ends_at <= starts_at:
        raise Refused("结束时间应当晚于开始时间，请核对。", "input", field="ends_at")
    if ends_at - starts_at > timedelta(days=31):
        raise Refused("一次活动最长一个月；时间更长的，请分次安排。", "input", field="ends_at")
