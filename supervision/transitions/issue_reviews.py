"""The review of an issue: papers counted by two; satisfied it is struck off, otherwise it is put right once more."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from foundation import deadlines
from foundation.ballots import Papers
from foundation.ballots.counting import confirm_count, enter_count, return_count
from foundation.ballots.models import BallotRule, PaperCount
from foundation.files.keeping import keep
from foundation.workflow import Refused, lock
from supervision.models import BallotLine, IssueRound, SessionIssue
from supervision.notices import session_issues as notices
from supervision.rules import session_issues as rules
from supervision.states.session_issues import SESSION_ISSUE_FLOW, IssueState, NoteKind
from supervision.transitions import issue_ledger
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.question_sessions import NO_RULE, REVIEW_RULE
from supervision.transitions.session_issues import PLAN, REVIEW, SECOND, write


@transaction.atomic
def enter_review(
    pk: Any,
    *,
    papers: Papers,
    held_on: date,
    files: Sequence[UploadedFile] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SessionIssue:
    """What the papers came to, by one person; a second one checks. Refused for figures that cannot be right."""
    issue = lock(SessionIssue, pk, version=version)
    rules.may_enter_review(by, issue, on=day_of(at)).require()
    if held_on > day_of(at):
        raise Refused("评议日期不能晚于今天。", "input", field="held_on")
    turn = issue.rounds.get(number=issue.round_number)
    enter_count(turn, rule_of(issue, at), papers, topic=topic_of(issue), held_on=held_on, by=by, at=at)
    keep(issue, files, by=by, at=at)
    issue.bump()
    note("enter_review", issue, "录入满意度评议计票，待核对。", by=by, at=at)
    notices.review_entered(issue, by=by, at=at)
    return issue


@transaction.atomic
def check_review(
    pk: Any, *, agrees: bool, reason: str = "", by: Any, at: datetime, version: int | None = None
) -> SessionIssue:
    """The second person. With his yes the result stands: struck off, or the second rectification with its own clock.

    A no sends the figures back. A ballot that does not stand is to be held again.
    """
    issue = lock(SessionIssue, pk, version=version)
    rules.may_check_review(by, issue, on=day_of(at)).require()
    count = rules.waiting_count(issue)
    if count is None:
        raise Refused(rules.NO_COUNT, "state")
    if not agrees:
        sent = return_count(count, reason=reason, by=by, at=at)
        issue.bump()
        note("return_review", issue, f"退回计票：{sent.return_reason}", by=by, at=at)
        notices.review_returned(issue, sent, by=by, at=at)
        return issue
    done = confirm_count(count, by=by, at=at)
    if not done.stands:
        issue.bump()
        note("void_review", issue, done.formula, by=by, at=at)
        notices.review_void(issue, done, by=by, at=at)
        return issue
    reached = done.outcome != done.rule.otherwise
    return settle(issue, done.outcome, done.formula, reached=reached, count=done, by=by, at=at)


@transaction.atomic
def reopen_issue(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> SessionIssue:
    """It came back: a further round under the limit of the second rectification."""
    issue = lock(SessionIssue, pk, version=version)
    rules.may_reopen_issue(by, issue, on=day_of(at)).require()
    why = filled(reason, "请写明问题怎样反弹。", "reason")
    issue.closed_at = None
    issue.state = SESSION_ISSUE_FLOW.target("reopen_issue", issue.state)
    _next_round(issue, why, by, at)
    issue.bump("state", "closed_at", "round_number")
    write(issue, NoteKind.REOPENED, why, by=by, at=at)
    note("reopen_issue", issue, f"重新打开：{why}", by=by, at=at)
    notices.issue_reopened(issue, why, by=by, at=at)
    return issue


def rule_of(issue: SessionIssue, at: datetime) -> BallotRule:
    """The rule that was kept when the session was called; that of the day where it was never called."""
    kept = issue.session.rule
    found = kept or BallotRule.objects.named(REVIEW_RULE, day_of(at))
    if found is None:
        raise Refused(NO_RULE, "state")
    return found


def topic_of(issue: SessionIssue) -> str:
    turn = "" if issue.round_number == 1 else f"（第{issue.round_number}轮整改）"
    return f"{issue}{turn}"


def settle(
    issue: SessionIssue,
    outcome: str,
    formula: str,
    *,
    reached: bool,
    count: PaperCount | None = None,
    line: BallotLine | None = None,
    by: Any,
    at: datetime,
) -> SessionIssue:
    """The outcome of the review, counted on paper or announced from a ballot; the issue is locked by the caller."""
    turn: IssueRound = issue.rounds.get(number=issue.round_number)
    turn.count, turn.line, turn.outcome, turn.reviewed_at = count, line, outcome, at
    turn.save(update_fields=["count", "line", "outcome", "reviewed_at"])
    target = IssueState.CLOSED if reached else IssueState.HANDED
    issue.state = SESSION_ISSUE_FLOW.target("check_review", issue.state, to=target)
    deadlines.meet(REVIEW, issue, at=at)
    write(issue, NoteKind.REVIEW, formula, by=by, at=at)
    note("check_review", issue, formula, by=by, at=at)
    if reached:
        issue.closed_at = at
        issue.bump("state", "closed_at")
        notices.issue_closed(issue, formula, by=by, at=at)
        issue_ledger.strike(issue, formula, by=by, at=at)
        return issue
    _next_round(issue, formula, by, at)
    issue.bump("state", "round_number")
    notices.second_round(issue, formula, by=by, at=at)
    return issue


def _next_round(issue: SessionIssue, why: str, by: Any, at: datetime) -> None:
    """The body plans and puts it right once more, each under a clock."""
    issue.round_number += 1
    IssueRound.objects.create(issue=issue, number=issue.round_number)
    deadlines.start(PLAN, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    clock = deadlines.start(SECOND, issue, on=day_of(at), organisation=issue.body_id, by=by, at=at)
    issue_ledger.again(issue, why, due_on=clock.due_on, by=by, at=at)
