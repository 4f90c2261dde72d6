"""An issue in the ledger of problems (问题清单): entered as it is handed over, then moved along with its own way."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.accounts.roles import OrganisationKind
from foundation.workflow import lock
from supervision.models import Problem, SessionIssue
from supervision.rules import problems as ledger
from supervision.rules import session_issues as rules
from supervision.rules.house import leads
from supervision.rules.question_ballots import committee_id
from supervision.transitions import problem_closing, problem_mending, problems
from supervision.transitions._beats import day_of, note

DISTRICT = (OrganisationKind.SC_OFFICE, OrganisationKind.SC_COMMITTEE)


@transaction.atomic
def ledger_issue(pk: Any, *, due_on: date, by: Any, at: datetime, version: int | None = None) -> Problem:
    """By hand, where it did not enter by itself (a township's own) or was taken out; struck off by those concerned.

    Refused twice, for an issue that no body has, and to a township, which keeps no rows of the district's ledger.
    """
    issue = lock(SessionIssue, pk, version=version)
    rules.may_ledger_issue(by, issue, on=day_of(at)).require()
    problem = _found(issue, due_on, by, at, needs_satisfaction=True)
    issue.bump()
    return problem


def enter(issue: SessionIssue, *, due_on: date, by: Any, at: datetime) -> None:
    """With the hand-over: every issue of the district's own sessions, due when it has to be put right.

    The review of the issue says whether those concerned are satisfied, so they are not asked a second time.
    """
    hand = _hand(issue, by, at)
    own = issue.session.organiser.kind in DISTRICT
    if own and leads(hand, committee_id(issue.session), day_of(at)) and issue.ledger_row is None:
        _found(issue, due_on, hand, at, needs_satisfaction=False)


def leave(issue: SessionIssue, reason: str, *, by: Any, at: datetime) -> None:
    """Taken back from the body: the row falls away, a new one comes with the next hand-over."""
    if row := _row("withdraw", issue, by, at):
        problems.withdraw_problem(row.pk, reason=reason, by=by, at=at)


def plan(issue: SessionIssue, *, person: str, measure: str, by: Any, at: datetime) -> None:
    """What the body said it will do."""
    if row := _row("plan", issue, by, at):
        problem_mending.plan_problem(row.pk, person=person, measure=measure, by=by, at=at)


def claim(issue: SessionIssue, *, text: str, files: Sequence[Any], by: Any, at: datetime) -> None:
    """The body's result with its evidence asks to strike it off."""
    if row := _row("claim", issue, by, at):
        problem_mending.claim_problem(row.pk, text=text, files=files, by=by, at=at)


def strike(issue: SessionIssue, outcome: str, *, by: Any, at: datetime) -> None:
    """The review was passed."""
    hand = _hand(issue, by, at)
    if row := _row("strike", issue, hand, at):
        problem_closing.strike_problem(row.pk, outcome=outcome, by=hand, at=at)


def again(issue: SessionIssue, reason: str, *, due_on: date, by: Any, at: datetime) -> None:
    """Sent back, not passed, or come back: once more with a new day."""
    hand = _hand(issue, by, at)
    if row := _row("return", issue, hand, at):
        problem_closing.return_problem(row.pk, reason=reason, due_on=due_on, by=hand, at=at)
    elif row := _row("reopen", issue, hand, at):
        problem_closing.reopen_problem(row.pk, reason=reason, due_on=due_on, by=hand, at=at)


def _hand(issue: SessionIssue, by: Any, at: datetime) -> Any:
    """Whoever acts; where the chair announced a ballot, whoever organises the session keeps the ledger."""
    return by if leads(by, committee_id(issue.session), day_of(at)) else issue.session.planned_by


def _found(issue: SessionIssue, due_on: date, by: Any, at: datetime, *, needs_satisfaction: bool) -> Problem:
    problem = problems.find_problem(
        title=issue.title,
        text=f"{issue.facts}\n代表要求：{issue.wanted}",
        source=issue,
        source_words=f"{issue.session.get_kind_display()}：{issue.session}",
        committee=issue.session.organiser if committee_id(issue.session) else None,
        unit=issue.body,
        due_on=due_on,
        needs_satisfaction=needs_satisfaction,
        by=by,
        at=at,
    )
    note("ledger_issue", issue, "列入问题清单，随问政一并跟踪到销号。", by=by, at=at)
    return problem


def _row(verb: str, issue: SessionIssue, by: Any, at: datetime) -> Problem | None:
    """The row, where this person may do so with it now; what was already done to it by hand stays."""
    row = issue.ledger_row
    may = row is not None and getattr(ledger, f"may_{verb}_problem")(by, row, on=day_of(at))
    return row if may else None
