"""An issue of a questioning: handed over, planned, talked over, put right, reviewed, put right a second time."""

from datetime import timedelta

import pytest

from foundation import deadlines
from foundation.ballots.models import PaperCount
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from foundation.workflow import Refused
from supervision.models import IssueRound, Problem, SessionIssue
from supervision.states.session_issues import SESSION_ISSUE_FLOW
from supervision.transitions import issue_ledger, issue_list, issue_reviews, problems
from supervision.transitions import session_issues as act
from tests.flows import walk_every_edge
from tests.suggestions.views.scans import scan
from tests.supervision.question_hand import HELD, held, listed, papers, reported, reviewed, sorting, told

BUREAU = {"feng", "chen"}


def running(issue):
    return set(Deadline.objects.open().of(issue).values_list("kind", flat=True))


def test_below_the_threshold_a_second_rectification_begins(cast, register):
    issue = held(cast, register).issues.get()
    assert (running(issue), told("issue_handed")) == ({"question_plan", "question_remedy"}, BUREAU)
    reported(issue, cast)
    assert running(issue) == {"question_review"}
    issue = reviewed(issue, cast, 5, 2, 2)
    assert (issue.state, issue.round_number) == ("handed", 2)
    assert (running(issue), told("second_round")) == ({"question_plan", "question_second"}, BUREAU | {"lin", "zhou"})
    first = issue.rounds.get(number=1)
    assert (first.outcome, "77.78%" in first.count.formula) == ("二次整改", True)
    issue = reviewed(reported(issue, cast), cast, 4, 4, 2)
    assert (issue.state, issue.closed_at, running(issue)) == ("closed", HELD, set())
    assert [turn.outcome for turn in issue.rounds.all()] == ["二次整改", "满意"]
    assert {note.kind for note in issue.notes.all()} == {"handed", "agreed", "result", "review"}


def test_exactly_eighty_of_a_hundred_is_enough(cast, register):
    issue = reported(held(cast, register).issues.get(), cast)
    assert reviewed(issue, cast, 50, 30, 20).state == "closed"


def test_the_plan_keeps_within_the_limit_and_the_result_needs_evidence(cast, register):
    issue = held(cast, register).issues.get()
    limit = deadlines.clock_of("question_remedy", issue).due_on
    words = {"measures": "修复。", "person": "陈刚", "by": cast.feng, "at": HELD}
    for day in (limit + timedelta(days=1), HELD.date() - timedelta(days=1)):
        with pytest.raises(Refused) as refusal:
            act.plan_remedy(issue.pk, due_on=day, **words)
        assert refusal.value.field == "due_on"
    act.plan_remedy(issue.pk, due_on=limit, **words)
    act.return_plan(issue.pk, reason="措施太笼统", by=cast.fang, at=HELD)
    assert told("plan_returned") == BUREAU
    act.plan_remedy(issue.pk, due_on=limit, **words)
    talk = {"talked_with": "林晓梅代表", "talk_note": "同意。", "by": cast.fang, "at": HELD}
    with pytest.raises(Refused, match="不能晚于今天"):
        act.agree_plan(issue.pk, talked_on=HELD.date() + timedelta(days=1), **talk)
    act.agree_plan(issue.pk, talked_on=HELD.date(), **talk)
    note = act.note_issue(issue.pk, kind="delay", text="雨天停工。", by=cast.feng, at=HELD)
    assert (note.organisation, told("issue_noted") >= {"lin", "zhou"}) == (cast.transport, True)
    done = {"result": "修好。", "account": "没有", "by": cast.feng, "at": HELD}
    with pytest.raises(Refused) as refusal:
        act.report_result(issue.pk, **done)
    assert refusal.value.field == "files"
    act.report_result(issue.pk, files=[scan()], **done)
    act.return_result(issue.pk, reason="还有一处没修", by=cast.fang, at=HELD)
    assert running(issue) == {"question_redo"}


def test_counts_that_cannot_be_right(cast, register):
    issue = reported(held(cast, register).issues.get(), cast)
    entered = {"held_on": HELD.date(), "by": cast.he, "at": HELD}
    for figures, field in (
        (papers(5, 2, 2, returned=8), "returned"),
        (papers(5, 2, 2, issued=10), "issued"),
    ):
        with pytest.raises(Refused) as refusal:
            issue_reviews.enter_review(issue.pk, papers=figures, **entered)
        assert refusal.value.field == field
    assert not PaperCount.objects.exists()
    issue_reviews.enter_review(issue.pk, papers=papers(5, 2, 2), **entered)
    with pytest.raises(Refused, match="另一名工作人员"):
        issue_reviews.check_review(issue.pk, agrees=True, by=cast.he, at=HELD)
    issue_reviews.check_review(issue.pk, agrees=False, reason="票面是六张", by=cast.xu, at=HELD)
    issue_reviews.enter_review(issue.pk, papers=papers(6, 2, 1, returned=10, issued=9), **entered)
    void = issue_reviews.check_review(issue.pk, agrees=True, by=cast.xu, at=HELD)
    assert (void.state, told("review_void") != set()) == ("reported", True)
    assert reviewed(issue, cast, 9, 0, 0).state == "closed"


def test_an_issue_enters_the_ledger_as_it_is_handed_over_and_goes_with_it(cast, register):
    issue = held(cast, register).issues.get()
    row = Problem.objects.get()
    assert (row.source, row.unit, row.committee, row.state) == (issue, cast.transport, cast.urban_committee, "mending")
    assert row.due_on == deadlines.clock_of("question_remedy", issue).due_on
    reported(issue, cast)
    row.refresh_from_db()
    assert (row.state, row.person, row.has_evidence()) == ("claimed", "陈刚局长", True)
    reviewed(issue, cast, 5, 2, 2)
    row.refresh_from_db()
    assert (row.state, row.round, row.due_on) == ("mending", 2, deadlines.clock_of("question_second", issue).due_on)
    reported(issue, cast)
    act.return_result(issue.pk, reason="还有一处没修", by=cast.fang, at=HELD)
    act.report_result(issue.pk, result="修好。", account="没有", files=[scan()], by=cast.feng, at=HELD)
    reviewed(issue, cast, 9, 0, 0)
    row.refresh_from_db()
    assert (row.state, row.round, "100.00%" in row.outcome) == ("struck", 3, True)
    issue_reviews.reopen_issue(issue.pk, reason="又破损了", by=cast.fang, at=HELD)
    row.refresh_from_db()
    assert (row.state, row.reopened, Problem.objects.count()) == ("mending", 1, 1)


def test_the_ledger_by_hand_for_what_was_taken_out_and_for_a_township(cast, register):
    issue = held(cast, register).issues.get()
    due = {"due_on": HELD.date() + timedelta(days=30), "at": HELD}
    with pytest.raises(Refused, match="已经列入"):
        issue_ledger.ledger_issue(issue.pk, by=cast.fang, **due)
    act.recall_issue(issue.pk, reason="不属该局职责", by=cast.fang, at=HELD)
    assert Problem.objects.get().state == "withdrawn"
    act.hand_issue(issue.pk, by=cast.fang, at=HELD)
    problems.withdraw_problem(issue.ledger_row.pk, reason="误列", by=cast.fang, at=HELD)
    with pytest.raises(Refused, match="组织问政的单位"):
        issue_ledger.ledger_issue(issue.pk, by=cast.feng, **due)
    assert issue_ledger.ledger_issue(issue.pk, by=cast.fang, **due).needs_satisfaction
    own = sorting(cast, register, organiser=cast.township, by=cast.wei)
    listed(own, cast.wei, cast.transport)
    (theirs,) = act.hand_issues(own.pk, by=cast.wei, at=HELD)
    assert theirs.ledger_row is None
    with pytest.raises(Refused, match="办事机构和有关工作委员会"):
        issue_ledger.ledger_issue(theirs.pk, by=cast.wei, **due)
    assert issue_ledger.ledger_issue(theirs.pk, by=cast.he, **due).committee is None


def test_every_edge(cast, register):
    session = held(cast, register)
    numbers = iter(range(2, 900))
    why = {"reason": "理由", "by": cast.fang, "at": HELD}
    plan = {"measures": "修", "person": "陈", "due_on": HELD.date(), "by": cast.feng, "at": HELD}
    talk = {"talked_with": "代表", "talk_note": "同意", "talked_on": HELD.date(), "by": cast.fang, "at": HELD}
    done = {"result": "好", "account": "没有", "files": [scan()], "by": cast.feng, "at": HELD}

    def arrange(state):
        facts = {"title": "问题", "facts": "情况", "wanted": "要求", "source": "deputy", "listed_at": HELD}
        facts |= {"body": cast.transport, "handed_at": HELD, "number": next(numbers), "state": state}
        issue = SessionIssue.objects.create(session=session, **facts)
        if state != "listed":
            turn = {"measures": "修", "person": "陈", "due_on": HELD.date()}
            IssueRound.objects.create(issue=issue, number=1, **turn)
        return issue

    acts = {
        "hand_issue": lambda row: act.hand_issue(row.pk, by=cast.fang, at=HELD),
        "drop_issue": lambda row: issue_list.drop_issue(row.pk, **why),
        "recall_issue": lambda row: act.recall_issue(row.pk, **why),
        "plan_remedy": lambda row: act.plan_remedy(row.pk, **plan),
        "return_plan": lambda row: act.return_plan(row.pk, **why),
        "agree_plan": lambda row: act.agree_plan(row.pk, **talk),
        "report_result": lambda row: act.report_result(row.pk, **done),
        "return_result": lambda row: act.return_result(row.pk, **why),
        "check_review": {
            "closed": lambda row: reviewed(row, cast, 10, 0, 0),
            "handed": lambda row: reviewed(row, cast, 0, 0, 10),
        },
        "reopen_issue": lambda row: issue_reviews.reopen_issue(row.pk, **why),
    }
    assert len(walk_every_edge(SESSION_ISSUE_FLOW, arrange=arrange, acts=acts)) > 40


def test_every_clock_finds_its_people(cast, register):
    first = held(cast, register).issues.get()
    session = sorting(cast, register, title="第二次")
    second = listed(session, cast.zhou, cast.transport)
    act.hand_issues(session.pk, by=cast.fang, at=HELD)
    reviewed(reported(first, cast), cast, 0, 0, 3)
    act.plan_remedy(second.pk, measures="修", person="陈", due_on=HELD.date(), by=cast.feng, at=HELD)
    moment = HELD.replace(month=8)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (6, 0, 0)
