"""Who prepares, holds and follows up the monthly consultation."""

from datetime import date
from typing import Any

from foundation.accounts.roles import LEADERS, OFFICE_ROLES, Role
from foundation.workflow import Verdict, when
from liaison_stations.rules.office_letters import UNIT_SIDE
from liaison_stations.states.consultation import CONSULTATION_FLOW

READERS = (*OFFICE_ROLES, *LEADERS, Role.COMMITTEE)
NOT_THE_OFFICE = "集中研判由代表联络工作机构组织和登记。"


def may_list_consultations(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    allowed = user.is_authenticated and user.has_role(*READERS)
    return when(allowed, "集中研判由人大常委会领导和工作机构查阅。", "role")


def may_list_items(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The house, and the bodies to which something may be put."""
    allowed = user.is_authenticated and user.has_role(*READERS, *UNIT_SIDE)
    return when(allowed, "研判事项由人大机关和落实单位查阅。", "role")


def may_plan_consultation(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*OFFICE_ROLES, on=on), NOT_THE_OFFICE, "role")


def may_change_consultation(user: Any, meeting: Any, *, on: date) -> Verdict:
    return _office("change_consultation", user, meeting, on)


def may_add_item(user: Any, meeting: Any, *, on: date) -> Verdict:
    return _office("add_item", user, meeting, on)


def may_hold_consultation(user: Any, meeting: Any, *, on: date) -> Verdict:
    """Not before its day."""
    early = when(on >= meeting.held_on, "还没有到研判日期；提前召开的，请先调整日期。", "date")
    return _office("hold_consultation", user, meeting, on) & early


def may_decide_item(user: Any, item: Any, *, on: date) -> Verdict:
    return _office("decide_item", user, item.consultation, on)


def may_drop_item(user: Any, item: Any, *, on: date) -> Verdict:
    """While the agenda is being prepared."""
    undecided = when(not item.decision, "已有研判意见的议题不能移出。", "state")
    return _office("change_consultation", user, item.consultation, on) & undecided


def may_issue_minutes(user: Any, meeting: Any, *, on: date) -> Verdict:
    """Every matter has its decision."""
    decided = meeting.items.exists() and not meeting.items.filter(decision="").exists()
    all_said = when(decided, "还有议题没有研判意见，请逐项记录后再印发纪要。", "state")
    return _office("issue_minutes", user, meeting, on) & all_said


def may_settle_item(user: Any, item: Any, *, on: date) -> Verdict:
    """The office, or whoever acts for the body it was put to."""
    unit = user.is_authenticated and item.unit_id in user.organisations(*UNIT_SIDE, on=on)
    office = user.is_authenticated and user.has_role(*OFFICE_ROLES, on=on)
    waiting = when(item.is_open, "该议题没有待落实的事项。", "state")
    flow = CONSULTATION_FLOW.verdict("settle_item", item.consultation.state)
    return when(unit or office, "由代表联络工作机构或者落实单位登记。", "role") & flow & waiting


def _office(verb: str, user: Any, meeting: Any, on: date) -> Verdict:
    return may_plan_consultation(user, on=on) & CONSULTATION_FLOW.verdict(verb, meeting.state)


def may_open_minutes(user: Any, meeting: Any) -> Verdict:
    """Asked of the minutes' file: whoever reads consultations."""
    return may_list_consultations(user)
