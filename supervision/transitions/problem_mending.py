"""The unit mends a problem: who and how, what has been done, and the request to strike it off with its evidence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.files.keeping import keep
from foundation.workflow import Refused
from supervision.models import Problem
from supervision.notices import problems as notices
from supervision.states.problem import CHECK, MEND, EntryKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._problem import drop_delays, move, opened, tell_story


@transaction.atomic
def plan_problem(pk: Any, *, person: str, measure: str, by: Any, at: datetime, version: int | None = None) -> Problem:
    """Who is responsible and what will be done; told anew, the earlier measure stays in the story."""
    problem = opened("plan_problem", pk, by, at, version)
    problem.person = filled(person, "请填写责任人。", "person")
    problem.measure = filled(measure, "请写明整改措施。", "measure")
    move(problem, "plan_problem", "person", "measure")
    tell_story(problem, EntryKind.PLAN, f"责任人：{problem.person}。{problem.measure}", by=by, at=at)
    note("plan_problem", problem, f"{problem.unit}填报整改措施，责任人{problem.person}。", by=by, at=at)
    notices.planned(problem, by=by, at=at)
    return problem


@transaction.atomic
def report_progress(
    pk: Any, *, text: str, files: Sequence[Any] = (), by: Any, at: datetime, version: int | None = None
) -> Problem:
    """What has been done since; photographs and papers are the evidence."""
    problem = opened("report_progress", pk, by, at, version)
    words = filled(text, "请写明整改进展。", "text")
    move(problem, "report_progress")
    keep(tell_story(problem, EntryKind.PROGRESS, words, by=by, at=at), files, by=by, at=at)
    note("report_progress", problem, f"{problem.unit}填报进展：{words}"[:500], by=by, at=at)
    notices.progressed(problem, words, by=by, at=at)
    return problem


@transaction.atomic
def claim_problem(
    pk: Any, *, text: str, files: Sequence[Any] = (), by: Any, at: datetime, version: int | None = None
) -> Problem:
    """The unit says it is mended. Refused without evidence in this round: here or with an earlier progress."""
    problem = opened("claim_problem", pk, by, at, version)
    words = filled(text, "请写明整改结果。", "text")
    keep(tell_story(problem, EntryKind.CLAIM, words, by=by, at=at), files, by=by, at=at)
    if not problem.has_evidence():
        raise Refused("申请销号须附证明材料，请上传照片、文件或者验收资料。", "input", field="files")
    problem.claimed_at, problem.claimed_on = at, day_of(at)
    move(problem, "claim_problem", "claimed_at", "claimed_on")
    drop_delays(problem, "已申请销号。", by=by, at=at)
    deadlines.meet(MEND, problem, at=at)
    deadlines.start(CHECK, problem, on=day_of(at), organisation=problem.committee_id, by=by, at=at)
    note("claim_problem", problem, f"{problem.unit}申请销号：{words}"[:500], by=by, at=at)
    notices.claimed(problem, by=by, at=at)
    return problem
