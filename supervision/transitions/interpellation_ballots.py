"""Those who raised an interpellation vote on its answer; the announced result is taken over."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused, after, lock
from supervision.models import Ballot, Interpellation
from supervision.rules import interpellations as rules
from supervision.states.interpellations import ProposalState
from supervision.transitions._beats import day_of, note
from supervision.transitions.ballots import plan_ballot
from supervision.transitions.interpellations import judged

# One rule for each way of raising it: half of the initiators, or more than half.
RULE = "interpellation_{}"
DISSATISFIED = "不满意"


@transaction.atomic
def plan_judging_ballot(
    pk: Any, *, mode: str, again_on: date, by: Any, at: datetime, version: int | None = None
) -> Ballot:
    """Satisfied or not with the last answer; `again_on` is the day of another one where too many are not."""
    row = lock(Interpellation, pk, version=version)
    rules.may_judge_answer(by, row, on=day_of(at)).require()
    if again_on < day_of(at):
        raise Refused("再作答复的期限不能早于今天。", "input", field="again_on")
    row.again_on = again_on
    row.bump("again_on")
    number = row.answers.latest("number").number
    people = [deputy.user for deputy in row.initiators.select_related("user") if deputy.user]
    facts: dict[str, Any] = {"electors": people, "all_members": row.initiators.count(), "held_on": day_of(at)}
    topic, lines = f"{row}答复评价", [f"{row.body}第{number}次答复"]
    ballot = plan_ballot(
        row, topic=topic, rule_code=RULE.format(row.venue), lines=lines, mode=mode, **facts, by=by, at=at
    )
    note("plan_ballot", row, f"安排联名人表决，{ballot.get_mode_display()}。", by=by, at=at)
    return ballot


@after("supervision.announce_ballot")
def take_judgement(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Closed, or back to the body, unless the matter has moved on meanwhile."""
    if not isinstance(ballot.subject, Interpellation):
        return
    row, line = lock(Interpellation, ballot.subject.pk), ballot.lines.get()
    if line.stands and row.state == ProposalState.ANSWERED:
        again = line.outcome != ballot.rule.otherwise
        due_on = max(row.again_on or day_of(at), day_of(at))
        judged(row, line.votes.get(DISSATISFIED, 0), again=again, due_on=due_on, line=line, by=by, at=at)
