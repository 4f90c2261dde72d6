"""The year's plan of training: made, adopted; its courses added, changed, dropped."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Course, TrainingPlan
from deputies.rules import may_adopt_plan, may_change_course, may_drop_course, may_plan_training
from deputies.rules.training import may_make_training_plan, may_run_training_plan
from deputies.transitions._paper import day_of, filled, note
from deputies.transitions.plan_activity import own_office
from foundation.workflow import Refused, lock

FIELDS = ("name", "form", "audience", "month", "content", "lecturer")


@transaction.atomic
def make_training_plan(*, year: int, aims: str, by: Any, at: datetime) -> TrainingPlan:
    """Begins the plan of a year: the liaison office's for all, or a township's for its own deputies.

    Refused to others, for a year that has one, and without aims.
    """
    may_make_training_plan(by, on=day_of(at)).require()
    organiser = None if may_plan_training(by, on=day_of(at)) else own_office(by, day_of(at))
    if TrainingPlan.objects.filter(year=year, organiser=organiser).exists():
        raise Refused(f"{year}年已有培训计划，请在原计划中增加课程。", "input", field="year")
    text = filled(aims, "请填写培训目标和要求。", "aims")
    plan = TrainingPlan.objects.create(year=year, organiser=organiser, aims=text, made_by=by, made_at=at)
    note("make_training_plan", plan, f"拟订{plan}。", by=by, at=at, visibility="office")
    return plan


@transaction.atomic
def adopt_training_plan(
    plan: Any, *, decision: str, adopted_on: date, by: Any, at: datetime, version: int | None = None
) -> TrainingPlan:
    """Writes down who adopted it and when; from then on deputies read it, and hear of it.

    Refused without a course, a day that lies ahead, and twice.
    """
    draft = lock(TrainingPlan, plan, version=version)
    may_adopt_plan(by, draft, on=day_of(at)).require()
    if not draft.courses.filter(dropped_at=None).exists():
        raise Refused("计划中还没有课程，请先增加课程。", "input")
    if adopted_on > day_of(at):
        raise Refused("通过日期不能晚于今天。", "input", field="adopted_on")
    draft.decision = filled(decision, "请填写通过的会议或者文号。", "decision")
    draft.adopted_on = adopted_on
    draft.bump("decision", "adopted_on")
    note("adopt_training_plan", draft, f"{draft.decision}通过{draft}。", by=by, at=at)
    notices.training_plan_adopted(draft, by=by, at=at)
    return draft


@transaction.atomic
def add_course(plan: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> Course:
    """Puts a course (name, form, audience, month, content, lecturer) into the plan; after its adoption too."""
    mine = lock(TrainingPlan, plan)
    may_run_training_plan(by, mine, on=day_of(at)).require()
    course = Course(plan=mine, **_checked(mine, facts))
    course.save()
    more = "（计划通过后增加）" if mine.is_adopted else ""
    note("add_course", course, f"增加课程：{course}{more}。", by=by, at=at)
    return course


@transaction.atomic
def change_course(course: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> Course:
    """Changes what is planned; batches that were opened keep their own title and days."""
    mine = lock(Course, course, version=version)
    may_change_course(by, mine, on=day_of(at)).require()
    for name, value in _checked(mine.plan, facts, but=mine).items():
        setattr(mine, name, value)
    mine.bump(*FIELDS)
    note("change_course", mine, f"修改课程：{mine}。", by=by, at=at)
    return mine


@transaction.atomic
def drop_course(course: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Course:
    """Takes a course that was never held off the plan, with its reason."""
    mine = lock(Course, course, version=version)
    may_drop_course(by, mine, on=day_of(at)).require()
    mine.drop_reason = filled(reason, "请写明取消的理由。", "reason")
    mine.dropped_at = at
    mine.bump("drop_reason", "dropped_at")
    note("drop_course", mine, f"取消课程：{mine.drop_reason}", by=by, at=at)
    return mine


def _checked(plan: TrainingPlan, facts: dict[str, Any], but: Course | None = None) -> dict[str, Any]:
    found = {**facts, "name": filled(facts["name"], "请填写课程名称。", "name")}
    if not 1 <= found["month"] <= 12:
        raise Refused("计划月份应在1至12之间。", "input", field="month")
    same = plan.courses.filter(name=found["name"], dropped_at=None)
    if same.exclude(pk=but.pk if but else None).exists():
        raise Refused(f"{plan}中已有课程“{found['name']}”，请核对。", "input", field="name")
    return found
