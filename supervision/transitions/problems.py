"""A problem enters the ledger, is handed to its unit, to another one, or taken out as no problem."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Refused
from supervision.models import Problem, Undertaking
from supervision.notices import problems as notices
from supervision.rules import problems as rules
from supervision.rules.house import BODIES
from supervision.states.problem import HAND, MEND, EntryKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._problem import begin, drop_delays, move, opened, tell_story

WORDS = 120


@transaction.atomic
def find_problem(
    *,
    title: str,
    text: str = "",
    source: Model | None = None,
    source_words: str = "",
    committee: Organisation | None = None,
    unit: Organisation | None = None,
    due_on: date | None = None,
    needs_satisfaction: bool = False,
    by: Any,
    at: datetime,
) -> Problem:
    """A problem found in `source` is written into the ledger; with `unit` and `due_on` it is handed over at once.

    `source_words` names the source for whoever may not open it, `str(source)` when left out. `committee` follows and
    confirms it, the office without one. Refused without a title, without a source, and for a unit without a day.
    """
    rules.may_find_problem(by, committee.pk if committee else None, on=day_of(at)).require()
    if committee is not None and committee.kind != OrganisationKind.SC_COMMITTEE:
        raise Refused("请选择人大常委会的工作委员会。", "input", field="committee")
    words = filled(source_words or str(source or ""), "请写明问题在哪项监督工作中发现。", "source_words")
    problem = Problem.objects.create(
        source=source,
        source_words=words[:WORDS],
        undertaking=undertaking_of(source),
        title=filled(title, "请用一句话写明问题。", "title"),
        text=text.strip(),
        committee=committee,
        needs_satisfaction=needs_satisfaction,
        found_at=at,
        found_by=by,
    )
    deadlines.start(HAND, problem, on=day_of(at), organisation=committee, by=by, at=at)
    note("find_problem", problem, f"在“{words}”中发现，列入问题清单。", by=by, at=at)
    notices.found(problem, by=by, at=at)
    return hand_problem(problem.pk, unit=unit, due_on=due_on, by=by, at=at) if unit else problem


@transaction.atomic
def hand_problem(
    pk: Any, *, unit: Organisation, due_on: date | None, by: Any, at: datetime, version: int | None = None
) -> Problem:
    """Handed to the unit that has to mend it by the agreed day."""
    problem = opened("hand_problem", pk, by, at, version)
    problem.unit, problem.due_on = checked_unit(unit), checked_day(due_on, at)
    problem.handed_at = at
    move(problem, "hand_problem", "unit", "due_on", "handed_at")
    deadlines.meet(HAND, problem, at=at)
    begin(problem, by=by, at=at)
    tell_story(problem, EntryKind.HANDED, f"交{unit}整改，期限{due_on:%Y-%m-%d}。", by=by, at=at)
    note("hand_problem", problem, f"交{unit}整改，期限{due_on:%Y-%m-%d}。", by=by, at=at)
    notices.handed(problem, by=by, at=at)
    return problem


@transaction.atomic
def move_problem(
    pk: Any,
    *,
    unit: Organisation,
    due_on: date | None,
    reason: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Problem:
    """Another unit has to mend it; what the first had planned stays in the story, its requests for time fall away."""
    problem = opened("move_problem", pk, by, at, version)
    why = filled(reason, "请写明改交的理由。", "reason")
    if unit.pk == problem.unit_id:
        raise Refused("该问题已经由这个单位整改，请选择其他单位。", "input", field="unit")
    before, problem.unit, problem.due_on = problem.unit, checked_unit(unit), checked_day(due_on, at)
    problem.handed_at, problem.person, problem.measure = at, "", ""
    move(problem, "move_problem", "unit", "due_on", "handed_at", "person", "measure")
    drop_delays(problem, why, by=by, at=at)
    deadlines.cancel(MEND, problem, at=at, reason=why)
    begin(problem, by=by, at=at)
    words = f"由{before}改交{unit}，期限{problem.due_on:%Y-%m-%d}：{why}"
    tell_story(problem, EntryKind.HANDED, words, by=by, at=at)
    note("move_problem", problem, words, by=by, at=at)
    notices.taken(problem, before, why, by=by, at=at)
    notices.handed(problem, by=by, at=at)
    return problem


@transaction.atomic
def withdraw_problem(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Problem:
    """Taken out of the ledger: entered twice, or no problem after all. It counts no more and is read by nobody."""
    problem = opened("withdraw_problem", pk, by, at, version)
    why = filled(reason, "请写明撤销的理由。", "reason")
    problem.published_at = None
    move(problem, "withdraw_problem", "published_at")
    drop_delays(problem, why, by=by, at=at)
    for kind in (HAND, MEND):
        deadlines.cancel(kind, problem, at=at, reason=why)
    tell_story(problem, EntryKind.WITHDRAWN, why, by=by, at=at)
    note("withdraw_problem", problem, f"撤销：{why}", by=by, at=at)
    if problem.unit_id:
        notices.taken(problem, problem.unit, why, by=by, at=at)
    return problem


def undertaking_of(source: Model | None) -> Undertaking | None:
    """The supervision in whose course it was found: the source itself, or the one the source belongs to."""
    found = source if isinstance(source, Undertaking) else getattr(source, "undertaking", None)
    return found if isinstance(found, Undertaking) else None


def checked_unit(unit: Organisation) -> Organisation:
    """A body in use that answers to the congress."""
    if not unit.is_active or unit.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="unit")
    return unit


def checked_day(due_on: date | None, at: datetime) -> date:
    """The agreed day, not before today."""
    if due_on is None:
        raise Refused("请填写整改期限。", "input", field="due_on")
    if due_on < day_of(at):
        raise Refused("整改期限不能早于今天。", "input", field="due_on")
    return due_on
