"""Ballots on what was put right (问政评议) and on the answers of an inquiry (答复测评), and what their results do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from deputies.models import Meeting
from foundation.workflow import Refused, after, lock
from supervision.models import Ballot, BallotLine, QuestionSession, SessionIssue, SessionSeat
from supervision.rules import question_ballots as rules
from supervision.rules.session_issues import waiting_count
from supervision.states.ballots import BallotMode
from supervision.states.questions import SeatDuty
from supervision.states.session_issues import IssueSource, IssueState
from supervision.transitions._beats import day_of, note
from supervision.transitions.ballot_people import people_voting
from supervision.transitions.ballots import Line, plan_ballot
from supervision.transitions.issue_reviews import rule_of, settle, topic_of
from supervision.transitions.session_issues import give

ANSWERS_RULE = "inquiry_answers"
BUSY = "“{}”已安排表决或者已录入纸质计票，请先办完。"
AGAIN = "重新研究，书面答复常委会组成人员提出的问题，写明措施、责任人和时限。"


@transaction.atomic
def plan_issue_ballot(
    pk: Any,
    *,
    issues: Sequence[SessionIssue],
    mode: str,
    meeting: Meeting | None = None,
    all_members: int | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Ballot:
    """One line for each issue whose result waits, by the rule that was kept when the session was called.

    The deputies who came vote, or whoever votes at `meeting`; `all_members` counts papers where people without an
    account vote as well (群众代表). Refused for an issue that is being voted on or counted already.
    """
    session = lock(QuestionSession, pk, version=version)
    rules.may_ballot_issues(by, session, on=day_of(at)).require()
    rows = [lock(SessionIssue, issue.pk) for issue in issues]
    if not rows or any(row.session_id != session.pk or row.state != IssueState.REPORTED for row in rows):
        raise Refused("请选择等待评议的问题。", "input", field="issues")
    if busy := next((row for row in rows if row.open_ballot or waiting_count(row)), None):
        raise Refused(BUSY.format(busy), "input", field="issues")
    lines = [Line(f"第{row.number}号问题：{topic_of(row)}", row.round.result[:300], row) for row in rows]
    kept = rule_of(rows[0], at)
    facts = _voters(session, mode, meeting, all_members, at)
    ballot = _planned(session, f"{session}整改满意度评议", kept.code, lines, mode, facts, by, at, kept=kept)
    for row in rows:
        note("plan_ballot", row, f"安排表决评议，{ballot.get_mode_display()}。", by=by, at=at)
    return ballot


@transaction.atomic
def plan_answer_ballot(
    pk: Any, *, meeting: Meeting, mode: str, by: Any, at: datetime, version: int | None = None
) -> Ballot:
    """One line for each body that answered and was not balloted yet, voted by whoever votes at the meeting."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_ballot_answers(by, session, on=day_of(at)).require()
    seats = list(session.seats.filter(duty=SeatDuty.ANSWERS, line=None).select_related("body"))
    if any(BallotLine.objects.waiting_about(seat).exists() for seat in seats):
        raise Refused("已经安排了答复测评，请在表决页面办理；需要重新安排的，先取消原来的表决。", "state")
    lines = [Line(f"{seat}的答复", "", seat) for seat in seats]
    facts = _voters(session, mode, meeting, None, at)
    return _planned(session, f"{session}答复满意度测评", ANSWERS_RULE, lines, mode, facts, by, at)


@after("supervision.announce_ballot")
def take_review(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Each line's result goes to its issue or body, unless the matter has moved on meanwhile."""
    if not isinstance(ballot.subject, QuestionSession):
        return
    for line in ballot.lines.filter(stands=True).select_related("ballot__rule"):
        reached = line.outcome != line.ballot.rule.otherwise
        if isinstance(line.target, SessionIssue):
            issue = lock(SessionIssue, line.target_id)
            if issue.state == IssueState.REPORTED:
                settle(issue, line.outcome, line.formula, reached=reached, line=line, by=by, at=at)
        elif isinstance(line.target, SessionSeat):
            _answered(line.target, line, reached, by, at)


def _answered(seat: SessionSeat, line: BallotLine, reached: bool, by: Any, at: datetime) -> None:
    """Satisfied it is done; otherwise the body has to answer anew and put it right, followed like any other issue."""
    seat.line = line
    seat.save(update_fields=["line"])
    session = lock(QuestionSession, seat.session_id)
    note("judge_answers", session, f"{seat}的答复：{line.formula}", by=by, at=at)
    if reached:
        return
    last = session.issues.aggregate(last=Max("number"))["last"] or 0
    issue = SessionIssue.objects.create(
        session=session,
        number=last + 1,
        title=f"{seat}的答复没有达到规定满意度"[:100],
        facts=line.formula,
        wanted=AGAIN,
        source=IssueSource.BALLOT,
        body_id=seat.body_id,
        listed_at=at,
    )
    give(lock(SessionIssue, issue.pk), "测评没有达到规定，请重新研究答复。", by=by, at=at)


def _voters(
    session: QuestionSession, mode: str, meeting: Meeting | None, all_members: int | None, at: datetime
) -> dict[str, Any]:
    day = (meeting.opens_on if meeting else None) or day_of(at)
    if meeting is not None:
        people, number = people_voting(meeting, day)
    elif mode == BallotMode.PAPER and all_members:
        people, number = [], all_members
    else:
        seats = session.seats.filter(duty=SeatDuty.ASKS).exclude(is_present=False).select_related("deputy__user")
        rows = list(seats)
        people = [seat.deputy.user for seat in rows if seat.deputy and seat.deputy.user]
        number = len(rows) if mode == BallotMode.PAPER else len(people)
    return {"electors": people, "all_members": number, "meeting": meeting, "held_on": day}


def _planned(
    session: QuestionSession,
    topic: str,
    code: str,
    lines: list[Line],
    mode: str,
    facts: dict[str, Any],
    by: Any,
    at: datetime,
    kept: Any = None,
) -> Ballot:
    committee = session.organiser if rules.committee_id(session) else None
    facts |= {"topic": topic, "rule_code": code, "lines": lines, "mode": mode, "committee": committee, "kept": kept}
    return plan_ballot(session, **facts, by=by, at=at)
