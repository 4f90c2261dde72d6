"""What is told of problems of the issue ledger."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from supervision.models import Problem, ProblemVoice
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING


def followers(problem: Any, at: datetime) -> set[int]:
    """The committee that follows it; the clerks where none does."""
    on = timezone.localdate(at)
    found = people_with(Role.COMMITTEE, problem.committee_id, on=on) if problem.committee_id else None
    return set((found or people_with(Role.CLERK, on=on)).values_list("pk", flat=True))


def unit_people(unit: Organisation | None, at: datetime) -> set[int]:
    """Whoever acts for the unit."""
    return set(people_with(ANSWERING, unit, on=timezone.localdate(at)).values_list("pk", flat=True))


def found(problem: Problem, *, by: Any, at: datetime) -> None:
    title, body = f"问题待交办：{problem}", f"来源：{problem.source_words}。请确定责任单位和整改期限。"
    tell("problem_found", followers(problem, at), problem, title, by=by, at=at, body=body)


def handed(problem: Problem, *, by: Any, at: datetime) -> None:
    title = f"请整改：{problem}"
    body = f"来源：{problem.source_words}。期限{problem.due_on:%Y-%m-%d}，请填报责任人和整改措施。"
    tell("problem_handed", unit_people(problem.unit, at), problem, title, by=by, at=at, body=body)


def taken(problem: Problem, unit: Organisation | None, reason: str, *, by: Any, at: datetime) -> None:
    title = f"不再由本单位整改：{problem}"
    tell("problem_taken", unit_people(unit, at), problem, title, by=by, at=at, body=reason)


def planned(problem: Problem, *, by: Any, at: datetime) -> None:
    title = f"{problem.unit}已填报整改措施：{problem}"
    tell("problem_planned", followers(problem, at), problem, title, by=by, at=at, body=problem.measure)


def progressed(problem: Problem, words: str, *, by: Any, at: datetime) -> None:
    title = f"{problem.unit}填报整改进展：{problem}"
    tell("problem_progress", followers(problem, at), problem, title, by=by, at=at, body=words)


def claimed(problem: Problem, *, by: Any, at: datetime) -> None:
    title, body = f"申请销号，请核实：{problem}", f"{problem.unit}已整改并提交证明材料。"
    if problem.needs_satisfaction:
        body += "销号前请征求有关代表、群众的意见。"
    tell("problem_claimed", followers(problem, at), problem, title, by=by, at=at, body=body)


def asked(problem: Problem, people: Iterable[int | None], *, by: Any, at: datetime) -> None:
    known = {person for person in people if person}
    if known:
        title, body = f"请评价整改结果：{problem}", "请查看整改情况和证明材料后评价；不满意的请写明原因。"
        tell("voice_asked", known, problem, title, by=by, at=at, body=body)


def voiced(voice: ProblemVoice, *, by: Any, at: datetime) -> None:
    problem, grade = voice.problem, voice.get_grade_display()
    title = f"{voice.name}评价“{grade}”：{problem}"
    tell("voice_given", followers(problem, at), problem, title, by=by, at=at, body=voice.comment)


def struck(problem: Problem, *, by: Any, at: datetime) -> None:
    """The unit; the deputies who were asked in this round."""
    people = unit_people(problem.unit, at) | _asked(problem)
    tell("problem_struck", people, problem, f"已销号：{problem}", by=by, at=at, body=problem.outcome)


def returned(problem: Problem, reason: str, *, by: Any, at: datetime) -> None:
    title, body = f"退回整改：{problem}", f"{reason}新的期限{problem.due_on:%Y-%m-%d}。"
    tell("problem_returned", unit_people(problem.unit, at), problem, title, by=by, at=at, body=body)


def reopened(problem: Problem, reason: str, *, by: Any, at: datetime) -> None:
    """The unit, and the leader in charge of it: what was struck off has come back."""
    title, body = f"问题反弹，重新整改：{problem}", f"{reason}新的期限{problem.due_on:%Y-%m-%d}。"
    leader = {problem.unit.leader_in_charge_id} if problem.unit else set()
    people = unit_people(problem.unit, at) | (leader - {None})
    tell("problem_reopened", people, problem, title, by=by, at=at, body=body)


def _asked(problem: Problem) -> set[int]:
    voices = problem.voices.filter(round=problem.round, deputy__user__isnull=False)
    return set(voices.values_list("deputy__user", flat=True))
