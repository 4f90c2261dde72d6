"""Pressing units for what is late (催办)."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.merging import handled_on_its_own
from suggestions.states import WITH_UNITS

PRESSING = (Role.CLERK, Role.TOWNSHIP_CLERK, Role.GOVERNMENT_OFFICE)


def may_press_many(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """Who has units to press at all; which ones, `may_press` says of each."""
    allowed = user.is_authenticated and user.has_role(*PRESSING, on=on)
    return when(allowed, "催办由代表工作机构或者政府办公室办理。", "role")


def may_press(user: Any, assignment: Any, *, on: date) -> Verdict:
    """Whoever assigned it, while something of the unit's is late; once a day, on the main paper of merged ones."""
    verdict = when(relations.is_assigner(user, assignment, on), "催办由代表工作机构或者政府办公室办理。", "role")
    verdict &= when(assignment.suggestion.state in WITH_UNITS, "该建议当前不在办理中。")
    verdict &= handled_on_its_own(assignment)
    if not verdict:
        return verdict
    return when(assignment.latest_clock(on) is not None, f"{assignment.unit}没有逾期的事项，无需催办。") & when(
        not assignment.was_pressed_on(on), f"今天已催办过{assignment.unit}。"
    )
