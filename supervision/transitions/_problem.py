"""The beats that the verbs of the issue ledger share."""

from datetime import datetime
from typing import Any

from foundation import deadlines
from foundation.workflow import lock
from supervision.models import Problem, ProblemEntry
from supervision.rules import problems as rules
from supervision.states.delay import DelayState
from supervision.states.problem import MEND, PROBLEM_FLOW
from supervision.transitions._beats import day_of


def opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Problem:
    """The row, locked, once its rule has said yes."""
    problem = lock(Problem, pk, version=version)
    getattr(rules, f"may_{verb}")(by, problem, on=day_of(at)).require()
    return problem


def move(problem: Problem, verb: str, *fields: str) -> None:
    """Takes the step and saves the named fields with it."""
    problem.state = PROBLEM_FLOW.target(verb, problem.state)
    problem.bump("state", *fields)


def begin(problem: Problem, *, by: Any, at: datetime) -> None:
    """The unit's clock until the agreed day."""
    deadlines.start(MEND, problem, on=day_of(at), organisation=problem.unit_id, until=problem.due_on, by=by, at=at)


def drop_delays(subject: Any, why: str, *, by: Any, at: datetime) -> None:
    """A request for more time that waits when the unit's turn ends is no longer needed."""
    decided = {"decided_by": hand_of(by), "decided_at": at, "note": why[:300]}
    subject.delays.waiting().update(state=DelayState.REFUSED, **decided)


def hand_of(by: Any) -> Any:
    """Who really did it, where a substitute worked with his principal's rights."""
    return getattr(by, "acted_by", None) or by


def tell_story(problem: Problem, kind: str, text: str, *, by: Any, at: datetime) -> ProblemEntry:
    """One more line of the story in the present round."""
    return ProblemEntry.objects.create(
        problem=problem, kind=kind, round=problem.round, text=text, at=at, by=hand_of(by)
    )
