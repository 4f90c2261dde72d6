"""Reviews of issues and answers of inquiries by ballot: the outcome is taken over, at the threshold as below it."""

from datetime import date, timedelta

import pytest

from foundation.ballots.models import BallotRule
from foundation.deadlines.models import Deadline
from foundation.workflow import Refused
from supervision.models import InitiatorRule, SessionIssue
from supervision.transitions import ballots, interpellations, issue_reviews, question_floor
from supervision.transitions import interpellation_ballots as initiators
from supervision.transitions import question_ballots as act
from supervision.transitions import question_sessions as sessions
from tests.supervision import ballot_hand, proposal_hand
from tests.supervision import question_hand as hand
from tests.supervision.question_hand import HELD, WORDS

GRADES = ("满意", "基本满意", "不满意")


def marks(*votes):
    return dict(zip(GRADES, votes, strict=True))


def two_reported(cast, register):
    """Two issues of one session whose results wait for the review."""
    session = hand.sorting(cast, register, at=HELD)
    for number in (1, 2):
        hand.listed(session, cast.fang, cast.transport, at=HELD, title=f"{WORDS['title']}{number}")
    sessions.call_session(session.pk, by=cast.fang, at=HELD)
    question_floor.open_floor(session.pk, by=cast.fang, at=HELD)
    came = {"present": list(session.seats.all()), "summary": "一问一答。"}
    question_floor.shut_floor(session.pk, **came, by=cast.fang, at=HELD)
    issues = hand.session_issues.hand_issues(session.pk, by=cast.fang, at=HELD)
    return session, [hand.reported(issue, cast) for issue in issues]


def planned(session, issues, cast, mode="paper", **facts):
    return act.plan_issue_ballot(session.pk, issues=issues, mode=mode, by=cast.fang, at=HELD, **facts)


def test_eighty_of_a_hundred_is_enough_and_below_a_second_rectification_begins(cast, register):
    session, issues = two_reported(cast, register)
    session.refresh_from_db()
    # Another rule since: the one that was kept when the session was called counts.
    BallotRule.objects.create(code="question_review", name="新办法", grades="满意、不满意", valid_from=HELD.date())
    ballot = planned(session, issues, cast, all_members=100)
    assert [line.target for line in ballot.lines.all()] == issues
    assert (ballot.rule, ballot.committee, ballot.electors.count()) == (session.rule, cast.urban_committee, 0)
    ballot_hand.held_by_number(ballot, cast, 100, marks(50, 30, 20), marks(50, 29, 21), at=HELD)
    first, second = SessionIssue.objects.order_by("number")
    assert (first.state, first.rounds.get().outcome, first.ledger_row.state) == ("closed", "满意", "struck")
    assert (second.state, second.round_number, second.ledger_row.state) == ("handed", 2, "mending")
    assert set(Deadline.objects.open().of(second).values_list("kind", flat=True)) == {
        "question_plan",
        "question_second",
    }
    review = second.rounds.get(number=1).review
    assert (review["passed"], "79.00%" in review["formula"]) == (False, True)


def test_the_deputies_vote_and_paper_figures_remain_possible(cast, register):
    session, issues = two_reported(cast, register)
    ballot = planned(session, issues[:1], cast, mode="named")
    assert {row.user for row in ballot.electors.all()} == {cast.lin, cast.zhou}
    for again in (lambda: planned(session, issues, cast), lambda: hand.reviewed(issues[0], cast, 9, 0, 0)):
        with pytest.raises(Refused, match="已安排表决"):
            again()
    ballot = ballot_hand.opened(ballot, cast.fang)
    for user, choice in ((cast.lin, "满意"), (cast.zhou, "不满意")):
        ballot_hand.cast_by(ballot, user, choice)
    ballots.close_ballot(ballot.pk, by=cast.fang, at=HELD)
    ballots.announce_ballot(ballot.pk, by=cast.fang, at=HELD)
    issues[0].refresh_from_db()
    assert (issues[0].state, issues[0].round_number, hand.told("second_round") >= {"feng"}) == ("handed", 2, True)
    other = planned(session, issues[1:], cast, mode="secret")
    ballots.cancel_ballot(other.pk, reason="改用纸质计票", by=cast.fang, at=HELD)
    figures = {"papers": hand.papers(9, 0, 0), "held_on": HELD.date()}
    issue_reviews.enter_review(issues[1].pk, **figures, by=cast.he, at=HELD)
    with pytest.raises(Refused, match="已录入纸质计票"):
        planned(session, issues[1:], cast)
    with pytest.raises(Refused, match="等待评议"):
        planned(session, issues[:1], cast)
    with pytest.raises(Refused, match="组织问政的单位"):
        act.plan_issue_ballot(session.pk, issues=issues, mode="paper", by=cast.feng, at=HELD)


def test_each_body_of_an_inquiry_is_balloted_and_answers_anew_where_it_did_not_satisfy(cast, register):
    meeting = ballot_hand.meeting(register)
    facts = {"meeting": meeting, "mode": "paper", "by": cast.fang, "at": HELD}
    early = hand.planned(cast, register, at=HELD, kind="inquiry")
    with pytest.raises(Refused, match="问答结束以后"):
        act.plan_answer_ballot(early.pk, **facts)
    session = hand.inquired(cast, register, bodies=[cast.transport, cast.education])
    ballot = act.plan_answer_ballot(session.pk, **facts)
    with pytest.raises(Refused, match="已经安排了答复测评"):
        act.plan_answer_ballot(session.pk, **facts)
    votes = {cast.transport: marks(1, 0, 2), cast.education: marks(1, 1, 1)}
    ballot_hand.held_on_paper(ballot, cast, *(votes[line.target.body] for line in ballot.lines.all()), at=HELD)
    seats = {seat.body: seat.line.outcome for seat in session.seats.filter(duty="answers")}
    assert seats == {cast.transport: "不满意", cast.education: "基本满意"}
    issue = session.issues.get()
    assert (issue.body, issue.state, issue.source) == (cast.transport, "handed", "ballot")
    assert (issue.ledger_row.state, "feng" in hand.told("issue_handed")) == ("mending", True)
    with pytest.raises(Refused, match="都已测评"):
        act.plan_answer_ballot(session.pk, **facts)
    questioning = hand.planned(cast, register, at=HELD)
    with pytest.raises(Refused, match="按问题评议"):
        act.plan_answer_ballot(questioning.pk, **facts)


@pytest.mark.parametrize(("choice", "state"), [("不满意", "accepted"), ("满意", "closed")])
def test_the_initiators_vote_and_half_of_them_dissatisfied_get_another_answer(cast, register, choice, state):
    InitiatorRule.objects.update(least=2)
    row = proposal_hand.answered(proposal_hand.raised(cast, register), cast, register)
    facts = {"mode": "secret", "by": cast.he, "at": proposal_hand.AT}
    with pytest.raises(Refused, match="不能早于今天"):
        initiators.plan_judging_ballot(row.pk, again_on=date(2026, 3, 1), **facts)
    ballot = initiators.plan_judging_ballot(row.pk, again_on=date(2026, 4, 1), **facts)
    with pytest.raises(Refused, match="已安排联名人表决"):
        interpellations.judge_answer(row.pk, dissatisfied=0, by=cast.he, at=HELD)
    ballot = ballot_hand.opened(ballot, cast.he)
    for user, said in ((cast.lin, "满意"), (cast.zhou, choice)):
        ballot_hand.cast_by(ballot, user, said)
    ballots.close_ballot(ballot.pk, by=cast.he, at=HELD)
    ballots.announce_ballot(ballot.pk, by=cast.zhao, at=HELD)
    row.refresh_from_db()
    answer = row.answers.get()
    assert (row.state, answer.dissatisfied, answer.line.ballot) == (state, int(state == "accepted"), ballot)
    assert row.due_on == (date(2026, 4, 1) if state == "accepted" else proposal_hand.AT.date() + timedelta(days=10))
