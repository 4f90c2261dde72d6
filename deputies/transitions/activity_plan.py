"""A yearly plan: drafted line by line, adopted, published and told to the deputies (代表法 43)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import ActivityKind, ActivityPlan, DeputyGroup, Meeting, MeetingKind, PlanItem
from deputies.rules import may_adopt_yearly_plan, may_change_plan, may_hold_for, may_plan_activity, may_publish_plan
from deputies.states import PLAN_FLOW
from deputies.transitions._activity import day_of
from foundation.accounts.models import Organisation
from foundation.accounts.roles import SC_KINDS, OrganisationKind
from foundation.audit import record
from foundation.workflow import Refused, announce, lock


@transaction.atomic
def make_plan(
    *,
    by: Any,
    at: datetime,
    year: int,
    title: str,
    organiser: Organisation | None = None,
    group: DeputyGroup | None = None,
    intro: str = "",
) -> ActivityPlan:
    """Opens the plan of a year for an office or a group. Refused for one not one's own, and for a second one."""
    may_plan_activity(by, on=day_of(at)).require()
    may_hold_for(by, organiser, group, on=day_of(at)).require()
    if not title.strip():
        raise Refused("请填写计划名称。", "input", field="title")
    if ActivityPlan.objects.filter(year=year, organiser=organiser, group=group).exists():
        raise Refused(f"{year}年度的计划已经建立，请在原计划上修改。", "input", field="year")
    facts = {"year": year, "title": title.strip(), "organiser": organiser, "group": group, "intro": intro}
    plan = ActivityPlan.objects.create(**facts)
    _note("make_plan", plan, f"起草{plan}。", by=by, at=at)
    return plan


@transaction.atomic
def add_item(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    month: int,
    kind: ActivityKind,
    title: str,
    participants: str = "",
    version: int | None = None,
) -> PlanItem:
    """One more line of a draft. Refused once it is adopted, and for a month that is none."""
    plan = lock(ActivityPlan, pk, version=version)
    may_change_plan(by, plan, on=day_of(at)).require()
    if not 1 <= month <= 12:
        raise Refused("月份应在1至12之间。", "input", field="month")
    if not title.strip():
        raise Refused("请填写活动内容。", "input", field="title")
    facts = {"kind": kind, "title": title.strip(), "participants": participants.strip()}
    item = PlanItem.objects.create(plan=plan, month=month, **facts)
    plan.bump()
    _note("add_item", plan, f"添加{item}。", by=by, at=at)
    return item


@transaction.atomic
def remove_item(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ActivityPlan:
    """Takes a line off a draft; `pk` is the line's."""
    found = PlanItem.objects.get(pk=getattr(pk, "pk", pk))
    plan = lock(ActivityPlan, found.plan_id)
    may_change_plan(by, plan, on=day_of(at)).require()
    words = str(found)
    found.delete()
    plan.bump()
    _note("remove_item", plan, f"去掉{words}。", by=by, at=at)
    return plan


@transaction.atomic
def adopt_plan(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    adopted_on: date,
    meeting: Meeting | None = None,
    version: int | None = None,
) -> ActivityPlan:
    """Writes down who adopted it and when: the standing committee's by a council of chairpersons.

    Refused: not the drafter, without lines, twice, a day to come, the wrong meeting.
    """
    plan = lock(ActivityPlan, pk, version=version)
    may_adopt_yearly_plan(by, plan, on=day_of(at)).require()
    _check_meeting(plan, meeting)
    if adopted_on > day_of(at):
        raise Refused("通过日期不能晚于今天。", "input", field="adopted_on")
    plan.meeting, plan.adopted_on = meeting, adopted_on
    _move(plan, "adopt_plan", "meeting", "adopted_on")
    _note("adopt_plan", plan, f"{meeting or plan.holder}通过。", by=by, at=at)
    return plan


@transaction.atomic
def publish_plan(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ActivityPlan:
    """Everybody may read it from now on; the deputies concerned hear."""
    plan = lock(ActivityPlan, pk, version=version)
    may_publish_plan(by, plan, on=day_of(at)).require()
    plan.published_at = at
    _move(plan, "publish_plan", "published_at")
    _note("publish_plan", plan, "向社会公布，通知代表。", by=by, at=at)
    notices.plan_published(plan, by=by, at=at)
    return plan


def _check_meeting(plan: ActivityPlan, meeting: Meeting | None) -> None:
    of_committee = plan.organiser is not None and OrganisationKind(plan.organiser.kind) in SC_KINDS
    if of_committee and (meeting is None or meeting.kind != MeetingKind.COUNCIL):
        raise Refused("常委会的年度计划由主任会议通过（代表法第四十三条），请选择主任会议。", "input", field="meeting")


def _move(plan: ActivityPlan, verb: str, *fields: str) -> None:
    plan.state = PLAN_FLOW.target(verb, plan.state)
    plan.bump("state", *fields)


def _note(verb: str, plan: ActivityPlan, summary: str, *, by: Any, at: datetime) -> None:
    record(f"deputies.{verb}", plan, by=by, at=at, summary=summary)
    announce(f"deputies.{verb}", plan, by=by, at=at)
