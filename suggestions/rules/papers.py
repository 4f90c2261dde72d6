"""Who opens the papers of a case: attachments, and telephone numbers in clear."""

from datetime import date
from typing import Any

from foundation.workdays.clock import today
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_OFFICE
from suggestions.states import ANSWERED


def may_open(user: Any, paper: Any) -> Verdict:
    """Whoever may see the row may open what is attached to it; asks the same `visible_to` as every list."""
    seen = type(paper).objects.visible_to(user).filter(pk=paper.pk).exists()
    return when(seen, "您不能查看该附件。", "role")


def may_open_original(user: Any, paper: Any) -> Verdict:
    """What is attached to an original is never a stranger's, published or not: he gets what the copy has."""
    return when(user.is_authenticated, "该附件不向社会公开。", "role") and may_open(user, paper)


def may_reveal_phone(user: Any, paper: Any) -> Verdict:
    """The number of a unit's officer (on an Assignment or Reply): for the proposers, the offices and the unit."""
    assignment = getattr(paper, "assignment", paper)
    concerned = (
        relations.is_partaking(user, assignment.suggestion)
        or relations.is_assigner(user, assignment, today())
        or relations.is_unit(user, assignment, today())
        or relations.is_lead_unit_of(user, assignment, today())
    )
    return when(concerned, "联系电话仅供提出建议的代表、代表工作机构和承办单位查阅。", "role")


def may_take_slip(user: Any, assignment: Any, *, on: date) -> Verdict:
    """The assignment slip is between whoever assigns and the unit."""
    concerned = relations.is_assigner(user, assignment, on) or relations.is_unit(user, assignment, on)
    return when(concerned, "交办单由交办机关和承办单位下载。", "role")


def may_take_slip_list(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The list of a day's assignments is the district office's."""
    return when(user.is_authenticated and user.has_role(*relations.DISTRICT_OFFICE, on=on), NOT_THE_OFFICE, "role")


def may_take_feedback_form(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The form goes to the lead deputy alone (ZJ16 23), by way of the office; no unit ever hands it out."""
    concerned = relations.is_lead(user, suggestion) or relations.is_office(user, suggestion, on)
    return when(concerned, "征询意见表由领衔代表填写，可由领衔代表或者代表工作机构下载。", "role") & when(
        suggestion.state in ANSWERED, "承办单位答复后方可填写征询意见表。"
    )
