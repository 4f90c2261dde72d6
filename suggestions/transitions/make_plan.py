from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import HandlingPlan, PlanStep
from suggestions.rules import may_make_plan
from suggestions.transitions.beats import day_of, note, open_assignment


@transaction.atomic
def make_plan(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    steps: Sequence[dict[str, Any]],
    text: str = "",
) -> HandlingPlan:
    """A unit tells the deputy how it will handle the paper (办理方案); `pk` is its Assignment.

    `steps` are rows of what, who, due_on. Refused without a step, with an incomplete one, and for days gone by. A later
    plan takes the place of the former, which stays on file. The proposers hear of it; its clock stops.
    """
    assignment = open_assignment(pk, version)
    may_make_plan(by, assignment, on=day_of(at)).require()
    _check(steps, day_of(at))
    turn = assignment.suggestion.current_round()
    again = assignment.plans.filter(round=turn).exists()
    plan = HandlingPlan.objects.create(assignment=assignment, round=turn, note=text, made_by=by, made_at=at)
    PlanStep.objects.bulk_create(PlanStep(plan=plan, **step) for step in steps)
    deadlines.meet("handling_plan", assignment, at=at)
    word = "调整" if again else "制定"
    summary = f"{assignment.unit}{word}办理方案，共{len(steps)}项。"
    note("make_plan", assignment.suggestion, summary, by=by, at=at, plan=plan.pk)
    notices.plan_made(plan, steps, by=by, at=at)
    return plan


def _check(steps: Sequence[dict[str, Any]], today: date) -> None:
    if not steps:
        raise Refused("办理方案至少要有一项工作。", "input")
    if any(not step["what"].strip() or not step["who"].strip() or not step["due_on"] for step in steps):
        raise Refused("请写明每项工作的内容、责任人和完成时间。", "input")
    if any(step["due_on"] < today for step in steps):
        raise Refused("完成时间不能早于今天。", "input")
