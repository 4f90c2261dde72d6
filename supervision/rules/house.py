"""Who works in this room at all: the congress's house, its committees, and whoever answers to it."""

from datetime import date
from typing import Any

from foundation.accounts.roles import DUTY_ROLES, HANDLING_KINDS, LOCAL_KINDS, Role
from foundation.workflow import Verdict, when

OFFICE = (Role.CLERK, Role.SECRETARY)
LEADERS = (Role.CHAIR, Role.VICE_CHAIR)
# They read all of supervision but what is restricted by name.
READERS = (*OFFICE, *LEADERS, Role.COMMITTEE, Role.SC_MEMBER)
# Whoever acts for a body that is supervised.
ANSWERING = (*DUTY_ROLES, Role.GOVERNMENT_OFFICE)
BODIES = (*HANDLING_KINDS, *LOCAL_KINDS)

NOT_THE_HOUSE = "这项工作由人大常委会办事机构和有关工作委员会办理。"
NOT_THE_BODY = "由被监督单位的经办人或者负责人办理。"


def may_manage(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The office: clerks and secretaries."""
    return when(user.is_authenticated and user.has_role(*OFFICE, on=on), "这项工作由人大常委会办事机构办理。", "role")


def leads(user: Any, committee_id: int | None, on: date) -> Verdict:
    """The office, or the committee whose business it is."""
    if not user.is_authenticated:
        return when(False, "请先登录。", "role")
    own = committee_id is not None and committee_id in user.organisations(Role.COMMITTEE, on=on)
    return when(own or user.has_role(*OFFICE, on=on), NOT_THE_HOUSE, "role")


def acts_for(user: Any, organisation_id: int | None, on: date) -> Verdict:
    """Whoever acts for the body that owes the answer."""
    bodies = user.organisations(*ANSWERING, on=on) if user.is_authenticated else set()
    return when(organisation_id is not None and organisation_id in bodies, NOT_THE_BODY, "role")
