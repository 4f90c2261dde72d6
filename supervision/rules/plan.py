"""Who drafts, adopts, publishes and adjusts the yearly plan of supervision, and who begins a topic."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import NOT_THE_HOUSE, OFFICE, READERS, leads, may_manage
from supervision.states.plan import SETTLED, SUPERVISION_PLAN_FLOW

NOT_A_READER = "年度监督工作计划由人大机关和代表查阅；已公布的计划在门户“监督计划”栏目。"
NOT_SETTLED = "计划经主任会议通过后才能启动议题。"


def may_list_plans(user: Any) -> Verdict:
    """The house and the deputies; everybody reads what is published."""
    return when(user.is_authenticated and user.has_role(*READERS, Role.DEPUTY), NOT_A_READER, "role")


def may_make_plan(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_draft_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    """Topics come and go freely until the council of chairpersons has adopted the plan."""
    return may_manage(user, on=on) & SUPERVISION_PLAN_FLOW.verdict("draft_plan", plan.state)


def may_adopt_supervision_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    """With at least one topic."""
    verdict = may_manage(user, on=on) & SUPERVISION_PLAN_FLOW.verdict("adopt_supervision_plan", plan.state)
    return verdict and verdict & when(plan.topics.exists(), "计划还没有议题，请先添加。", "date")


def may_publish_supervision_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & SUPERVISION_PLAN_FLOW.verdict("publish_supervision_plan", plan.state)


def may_adjust_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    """A further topic, after the plan was adopted."""
    return may_manage(user, on=on) & SUPERVISION_PLAN_FLOW.verdict("adjust_plan", plan.state)


def may_change_topic(user: Any, topic: Any, *, on: date) -> Verdict:
    """In the draft."""
    return may_draft_plan(user, topic.plan, on=on)


def may_adjust_topic(user: Any, topic: Any, *, on: date) -> Verdict:
    return may_adjust_plan(user, topic.plan, on=on) & when(not topic.is_dropped, "议题已经取消。", "state")


def may_drop_topic(user: Any, topic: Any, *, on: date) -> Verdict:
    """Not while a supervision is carried out for it: that one is cancelled first."""
    return may_adjust_topic(user, topic, on=on) & when(
        not topic.is_started, "议题已经启动，请先取消监督事项。", "state"
    )


def may_start_topic(user: Any, topic: Any, *, on: date) -> Verdict:
    """The office, or the committee whose topic it is, once the plan is adopted; once."""
    verdict = leads(user, topic.committee_id, on) & when(topic.plan.state in SETTLED, NOT_SETTLED, "state")
    verdict = verdict & when(not topic.is_dropped, "议题已经取消。", "state")
    return verdict & when(not topic.is_started, "议题已经启动。", "state")


def may_start_topics(user: Any) -> Verdict:
    """Who looks after topics that are due: the committees and the office."""
    return when(user.is_authenticated and user.has_role(Role.COMMITTEE, *OFFICE), NOT_THE_HOUSE, "role")
