"""The ballot of a supervision: planned for its meeting; its result does the step by itself."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.accounts.roles import OrganisationKind
from foundation.workflow import after, lock
from supervision.models import Ballot, Undertaking
from supervision.rules import inspection as rules
from supervision.rules.undertakings import may_finish_step
from supervision.states.undertaking import Need, StepState
from supervision.transitions._beats import day_of
from supervision.transitions.ballot_people import people_voting
from supervision.transitions.ballots import plan_ballot
from supervision.transitions.steps import finish_step


@transaction.atomic
def plan_its_ballot(
    pk: Any, *, rule_code: str, mode: str, lines: list[str], by: Any, at: datetime, version: int | None = None
) -> Ballot:
    """Voted by whoever votes at the meeting that hears it, one line for each body unless other lines are given."""
    row = lock(Undertaking, pk, version=version)
    on = day_of(at)
    rules.may_plan_its_ballot(by, row, on=on).require()
    day = row.day_of_meeting or on
    people, number = people_voting(row.meeting, day)
    return plan_ballot(
        row,
        topic=f"{row}满意度测评",
        rule_code=rule_code,
        lines=lines or [body.organisation.label for body in row.bodies.select_related("organisation")],
        mode=mode,
        electors=people,
        all_members=number,
        meeting=row.meeting,
        committee=row.committee if row.committee.kind == OrganisationKind.SC_COMMITTEE else None,
        held_on=day,
        by=by,
        at=at,
    )


@after("supervision.announce_ballot")
def enter_result(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """The step that waited for the result is done with it, where whoever announces may do that step."""
    row = ballot.subject
    if not isinstance(row, Undertaking):
        return
    words = "；".join(f"{line.name}：{line.outcome}" for line in ballot.lines.all())
    for step in row.steps.filter(need=Need.BALLOT, state=StepState.OPEN):
        if may_finish_step(by, step, on=day_of(at)):
            late = "测评结果公布时已过期限。" if step.due_on and step.due_on < day_of(at) else ""
            finish_step(step.pk, words=words, late_reason=late, by=by, at=at)
