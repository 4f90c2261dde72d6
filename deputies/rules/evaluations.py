"""Who opens a yearly evaluation, marks at which stage, objects, answers and publishes."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS
from deputies.states import EVALUATION_FLOW, OPEN, EvaluationState
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when

NOT_THE_OFFICE = "年度考核由代表联络工作机构组织。"
NOT_THE_DEPUTY = "该事项由代表本人办理。"
NOT_THE_CONVENER = "小组评议由代表小组召集人办理，召集人不评议本人；召集人本人的由代表联络工作机构审核。"
PUBLISHED = "考核结果已经公布。"


def may_open_round(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_rate_self(user: Any, row: Any, *, on: date) -> Verdict:
    return _own(user, row) & EVALUATION_FLOW.verdict("rate_self", row.state)


def may_rate_group(user: Any, row: Any, *, on: date) -> Verdict:
    """The convener of the deputy's group, never for himself."""
    convenes = user.is_authenticated and user.has_role(Role.GROUP_CONVENER, on=on)
    allowed = convenes and row.mandate.group_id in people.groups_of(user, on) and not is_own_evaluation(user, row)
    return when(allowed, NOT_THE_CONVENER, "role") & EVALUATION_FLOW.verdict("rate_group", row.state)


def may_rate_office(user: Any, row: Any, *, on: date) -> Verdict:
    """From any stage before it; a stage that was passed over is explained."""
    return (
        may_open_round(user, on=on)
        & when(not is_own_evaluation(user, row), "不能审核本人的考核。", "role")
        & when(row.state in OPEN, f"当前为“{EvaluationState(row.state).label}”，已经审核。")
    )


def may_object_evaluation(user: Any, row: Any, *, on: date) -> Verdict:
    """Within the window, once."""
    verdict = _own(user, row) & EVALUATION_FLOW.verdict("object_evaluation", row.state)
    return (
        verdict
        & when(not row.objection, "您已提出过异议，工作机构已经答复。")
        & when(row.objection_ends_on is None or on <= row.objection_ends_on, "提出异议的期限已满。", "date")
    )


def may_answer_evaluation(user: Any, row: Any, *, on: date) -> Verdict:
    return may_open_round(user, on=on) & EVALUATION_FLOW.verdict("answer_evaluation", row.state)


def may_publish_round(user: Any, row: Any, *, on: date) -> Verdict:
    return may_open_round(user, on=on) & when(row.published_at is None, PUBLISHED)


def may_show_grades(user: Any, row: Any, *, on: date) -> Verdict:
    """Whether the grades of a published round stand on the deputies' public pages."""
    return may_open_round(user, on=on) & when(row.published_at is not None, "考核结果公布以后才能在代表风采公开。")


def may_settle_follow_up(user: Any, row: Any, *, on: date) -> Verdict:
    return may_open_round(user, on=on) & when(row.done is None, "已登记办理情况。")


def is_own_evaluation(user: Any, row: Any) -> bool:
    own = row.mandate.deputy.user_id
    return own is not None and own in {user.pk, getattr(getattr(user, "acted_by", None), "pk", None)}


def _own(user: Any, row: Any) -> Verdict:
    own = user.is_authenticated and row.mandate.deputy.user_id == user.pk
    return when(own, NOT_THE_DEPUTY, "role")
