"""Who opens the papers of a case: attachments, and telephone numbers in clear."""

from typing import Any

from foundation.workdays.clock import today
from foundation.workflow import Verdict
from suggestions.rules import relations
from suggestions.rules.words import when


def may_open(user: Any, paper: Any) -> Verdict:
    """Whoever may see the row may open what is attached to it; asks the same `visible_to` as every list."""
    seen = type(paper).objects.visible_to(user).filter(pk=paper.pk).exists()
    return when(seen, "您不能查看该附件。", "role")


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
