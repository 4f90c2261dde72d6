"""Who drafts, adopts and publishes a yearly plan (代表法 43)."""

from datetime import date
from typing import Any

from deputies.rules.activities import holds
from deputies.states import PLAN_FLOW
from foundation.workflow import Verdict, when

NOT_THE_DRAFTER = "计划由起草单位或者代表小组召集人办理。"


def may_run_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return when(holds(user, plan.organiser_id, plan.group, on), NOT_THE_DRAFTER, "role")


def may_change_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_run_plan(user, plan, on=on) & PLAN_FLOW.verdict("change_plan", plan.state)


def may_adopt_yearly_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    """With at least one line."""
    verdict = may_run_plan(user, plan, on=on) & PLAN_FLOW.verdict("adopt_plan", plan.state)
    return verdict and verdict & when(plan.items.exists(), "计划还没有项目，请先添加。")


def may_publish_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_run_plan(user, plan, on=on) & PLAN_FLOW.verdict("publish_plan", plan.state)
