"""Who drafts and publishes resolutions, who carries out what follows."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, allow, when
from supervision.rules.house import ANSWERING, READERS, acts_for, leads, may_manage
from supervision.states.resolutions import RESOLUTION_FLOW, TASK_FLOW, ResolutionState

S = ResolutionState
IN_FORCE = (S.ADOPTED, S.PUBLISHED)


def may_list_resolutions(user: Any) -> Verdict:
    """The house, and bodies that may have something to carry out."""
    allowed = user.is_authenticated and user.has_role(*READERS, *ANSWERING)
    return when(allowed, "由人大机关和责任单位查阅；公布的决议决定请看公开页面。", "role")


def may_draft_resolution(user: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_amend_resolution(user: Any, resolution: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & when(resolution.state == S.DRAFT, "只能修改草案。", "state")


def may_vote_resolution(user: Any, resolution: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & RESOLUTION_FLOW.verdict("adopt_resolution", resolution.state)


def may_publish_resolution(user: Any, resolution: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & RESOLUTION_FLOW.verdict("publish_resolution", resolution.state)


def may_hand_task(user: Any, resolution: Any, *, on: date) -> Verdict:
    """Whoever follows it up, once it was adopted."""
    adopted = when(resolution.state in IN_FORCE, "通过以后才能交办落实事项。", "state")
    return leads(user, resolution.committee_id, on) & adopted


def may_report_task(user: Any, task: Any, *, on: date) -> Verdict:
    return acts_for(user, task.unit_id, on) & TASK_FLOW.verdict("report_task", task.state)


def may_return_task(user: Any, task: Any, *, on: date) -> Verdict:
    return _follow("return_task", user, task, on)


def may_close_task(user: Any, task: Any, *, on: date) -> Verdict:
    return _follow("close_task", user, task, on)


def may_open_resolution(user: Any, resolution: Any) -> Verdict:
    """Asked of its files: everybody's once it was published."""
    if resolution.state == S.PUBLISHED:
        return allow()
    seen = user.is_authenticated and type(resolution)._default_manager.visible_to(user).filter(pk=resolution.pk)
    return when(bool(seen) and seen.exists(), "尚未公布，由人大机关和责任单位查阅。", "role")


def may_open_report(user: Any, report: Any) -> Verdict:
    """Asked of the evidence of a unit's report."""
    task = report.task
    seen = user.is_authenticated and type(task)._default_manager.visible_to(user).filter(pk=task.pk).exists()
    return when(seen, "材料由人大机关和责任单位查阅。", "role")


def _follow(verb: str, user: Any, task: Any, on: date) -> Verdict:
    return leads(user, task.resolution.committee_id, on) & TASK_FLOW.verdict(verb, task.state)
