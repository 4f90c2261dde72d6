"""Who handles the money: the congress's office sets, chooses, accepts and pays; the carrier carries out and reports."""

from datetime import date
from typing import Any

from deputies.states import Level
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_OFFICE, NOT_THE_UNIT, day_word
from suggestions.states import FUND_FLOW, REGISTERED_ONWARD, ProjectState

NOT_THE_CARRIER = "该事项由项目实施单位办理。"


def may_set_fund(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The district's clerk writes down what the standing committee decided."""
    return when(user.is_authenticated and user.has_role(Role.CLERK, on=on), NOT_THE_OFFICE, "role")


def may_adjust_pot(user: Any, fund: Any, *, on: date) -> Verdict:
    return may_set_fund(user, on=on)


def may_choose_project(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Out of a registered suggestion of the district, once a year."""
    return (
        may_set_fund(user, on=on)
        & when(suggestion.level == Level.DISTRICT, "专项资金项目从区人大代表建议中选定。")
        & when(suggestion.state in REGISTERED_ONWARD, "建议立案后方可安排专项资金。")
        & when(not suggestion.is_taken_apart, "该建议已拆分办理，请从各件中选择。")
    )


def may_adjust_project(user: Any, project: Any, *, on: date) -> Verdict:
    return may_set_fund(user, on=on) & when(project.state != ProjectState.CANCELLED, "项目已取消。")


def may_cancel_project(user: Any, project: Any, *, on: date) -> Verdict:
    return (
        may_set_fund(user, on=on)
        & FUND_FLOW.verdict("cancel_project", project.state)
        & when(not project.paid, "项目已拨付资金，不能取消；请按实际情况调整核定金额。")
    )


def may_start_project(user: Any, project: Any, *, on: date) -> Verdict:
    return _carrier(user, project, on) & FUND_FLOW.verdict("start_project", project.state)


def may_report_project(user: Any, project: Any, *, on: date) -> Verdict:
    return _carrier(user, project, on) & FUND_FLOW.verdict("report_project", project.state)


def may_complete_project(user: Any, project: Any, *, on: date) -> Verdict:
    return _carrier(user, project, on) & FUND_FLOW.verdict("complete_project", project.state)


def may_accept_project(user: Any, project: Any, *, on: date) -> Verdict:
    """The congress, and never somebody of the carrier itself."""
    hands = (user, getattr(user, "acted_by", None) or user)
    own = any(project.carrier_id in hand.organisations(*DUTY_ROLES, on=on) for hand in hands)
    return (
        may_set_fund(user, on=on)
        & when(not own, "不能验收本单位实施的项目。", "role")
        & FUND_FLOW.verdict("accept_project", project.state)
    )


def may_pay_project(user: Any, project: Any, *, on: date) -> Verdict:
    """After acceptance; while the work goes on only where the local rule says so. Never above the approved amount."""
    verdict = may_set_fund(user, on=on) & when(project.state != ProjectState.CANCELLED, "项目已取消，不能拨付。")
    if not verdict:
        return verdict
    payable = project.state == ProjectState.ACCEPTED or project.pays_before_acceptance(on)
    return when(payable, "项目验收合格后方可拨付。") & when(project.unpaid > 0, "核定金额已全部拨付。")


def may_apply_for_fund(user: Any, assignment: Any, *, on: date) -> Verdict:
    """A unit that answers, within the window counted from the assignment, where the district has switched it on."""
    verdict = (
        when(relations.is_unit(user, assignment, on), NOT_THE_UNIT, "role")
        & when(assignment.suggestion.level == Level.DISTRICT, "专项资金用于办理区人大代表建议。")
        & when(assignment.fund_applications_on(on), "本级没有启用承办单位申请专项资金。")
        & when(assignment.answers, "由主办或者分办单位申请。")
        & when(not assignment.has_fund_application(), "本单位已为这件建议申请专项资金。")
    )
    if not verdict:
        return verdict
    closes = assignment.fund_window_closes_on(on)
    return when(on <= closes, f"申请期限已于{day_word(closes)}届满，不再受理。", "date")


def may_screen_application(user: Any, application: Any, *, on: date) -> Verdict:
    return may_set_fund(user, on=on) & when(application.is_open, "这份申请已经初审。")


def _carrier(user: Any, project: Any, on: date) -> Verdict:
    return when(project.carrier_id in user.organisations(*DUTY_ROLES, on=on), NOT_THE_CARRIER, "role")
