"""A ballot from its planning to its published result: who may, what is refused, what anyone counts again."""

import json

import pytest

from foundation.ballots.electronic import Limit
from foundation.notices.models import Notice
from foundation.workflow import Refused, after, listeners
from supervision.models import Ballot, PaperReading
from supervision.states.ballots import BallotState, ReadingState
from supervision.transitions import ballot_readings, ballot_results
from supervision.transitions import ballots as act
from supervision.transitions.ballot_people import people_voting
from tests.supervision import ballot_hand as hand
from tests.supervision import recount
from tests.supervision.ballot_hand import BAD, FAIR, GOOD, HELD


@pytest.fixture
def place(register):
    return hand.meeting(register)


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def reading(ballot, by, returned, *lines):
    figures = [{"votes": dict(zip((GOOD, FAIR, BAD), line[:3], strict=True)), "invalid": line[3]} for line in lines]
    return ballot_readings.enter_reading(ballot.pk, returned=returned, figures=figures, by=by, at=HELD)


def test_a_secret_ballot_to_its_published_file(cast, place):
    ballot = hand.planned(cast, place)
    opened = hand.opened(ballot, cast.he)
    assert (opened.state, opened.present, opened.electronic_voters) == (BallotState.OPEN, 3, 3)
    assert told("ballot_opened") == {cast.zhao.pk, cast.qian.pk, cast.luo.pk}
    for user, choice in ((cast.zhao, GOOD), (cast.qian, GOOD), (cast.luo, "")):
        assert hand.cast_by(ballot, user, choice).code
    with pytest.raises(Refused, match="须在“待公布结果”"):
        act.announce_ballot(ballot.pk, by=cast.zhao, at=HELD)
    act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)
    done = act.announce_ballot(ballot.pk, publish=True, by=cast.zhao, at=HELD)
    line = done.lines.get()
    assert (done.state, line.votes, line.invalid, line.outcome) == ("announced", {GOOD: 2, FAIR: 0, BAD: 0}, 1, GOOD)
    assert "满意2票÷全体组成人员3人＝66.67%" in line.formula
    assert line.rows[0][1:] == (2, line.rows[0][2])
    assert recount.digest(done.record) == done.digest
    assert recount.recount(json.loads(done.record)) == []
    assert told("ballot_announced") == {cast.qian.pk, cast.luo.pk, cast.he.pk, cast.xu.pk}
    with pytest.raises(Refused, match="已公布结果"):
        act.announce_ballot(ballot.pk, by=cast.zhao, at=HELD)


def test_a_recount_finds_a_paper_that_was_changed(cast, place):
    done = act.announce_ballot(hand.held(cast, place).pk, by=cast.he, at=HELD)
    record = json.loads(done.record)
    record["electronic"]["slips"][0][record["electronic"]["slips"][0].index(GOOD)] = BAD
    assert recount.recount(record) == [
        "审议意见研究处理情况：票数应为{'满意': 1, '不满意': 2}",
        "审议意见研究处理情况：结果应为不满意",
        "审议意见研究处理情况：满意的比例应为33.33",
        "审议意见研究处理情况：不满意的比例应为66.67",
    ]
    record["electronic"]["receipts"].pop()
    assert "回执数与电子票数不符" in recount.recount(record)


def test_by_name_everybody_sees_who_voted_how(cast, place):
    ballot = hand.opened(hand.planned(cast, place, mode="named", rule_code="sc_vote"), cast.he)
    hand.cast_by(ballot, cast.zhao, "赞成")
    hand.cast_by(ballot, cast.luo, "反对")
    assert hand.cast_by(ballot, cast.luo, "反对").again
    with pytest.raises(Refused, match="每人只计一票"):
        hand.cast_by(ballot, cast.luo, "赞成")
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    done = act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    record = json.loads(done.record)
    assert (done.lines.get().outcome, recount.recount(record)) == ("未通过", [])
    names = [(row["name"], row["choices"]) for row in record["electronic"]["named"]]
    assert sorted(names) == sorted([(cast.zhao.name, ["赞成"]), (cast.luo.name, ["反对"])])


def test_papers_of_two_counters_join_the_electronic_votes(cast, place):
    lines = ["区教育局局长", "区交通局局长"]
    planned = hand.planned(cast, place, lines=lines)
    ballot = hand.opened(planned, cast.he, paper=("luo",))
    hand.cast_by(ballot, cast.zhao, GOOD, BAD)
    with pytest.raises(Refused, match="纸质票"):
        hand.cast_by(ballot, cast.luo, GOOD, GOOD)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    with pytest.raises(Refused, match="两人清点"):
        act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    reading(ballot, cast.he, 1, (1, 0, 0, 0), (1, 0, 0, 0))
    with pytest.raises(Refused, match="另一名工作人员独立"):
        reading(ballot, cast.he, 1, (1, 0, 0, 0), (1, 0, 0, 0))
    second = reading(ballot, cast.xu, 1, (1, 0, 0, 0), (0, 0, 1, 0))
    first = ballot.readings.get(counter=cast.he)
    assert second.state == first.state == ReadingState.DIFFERING
    assert ballot_readings.differences(hand.fresh(ballot), first, second) == [
        ("区交通局局长", GOOD, 1, 0),
        ("区交通局局长", BAD, 0, 1),
    ]
    assert told("readings_differ") == {cast.he.pk}
    for clerk in (cast.xu, cast.he):
        again = reading(ballot, clerk, 1, (1, 0, 0, 0), (0, 0, 1, 0))
    assert (again.round, again.state) == (2, ReadingState.AGREED)
    with pytest.raises(Refused, match="不需要再录入"):
        reading(ballot, cast.gao, 1, (1, 0, 0, 0), (0, 0, 1, 0))
    done = act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    assert [(line.outcome, line.votes[GOOD]) for line in done.lines.all()] == [(GOOD, 2), (BAD, 0)]
    assert recount.recount(json.loads(done.record)) == []


@pytest.mark.parametrize(
    ("returned", "line", "field", "words"),
    [
        (4, (4, 0, 0, 0), "returned", "收回4张，多于发出的3张"),
        (3, (1, 1, 0, 0), "line_0", "合计2张，收回3张"),
        (3, (4, 0, -1, 0), "line_0", "不能是负数"),
    ],
)
def test_papers_that_cannot_be_right(cast, place, returned, line, field, words):
    ballot = hand.planned(cast, place, mode="paper", electors=(), all_members=4)
    act.open_ballot(ballot.pk, present_number=3, papers_issued=3, by=cast.he, at=HELD)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    with pytest.raises(Refused, match=words) as refusal:
        reading(ballot, cast.he, returned, line)
    assert (refusal.value.field, PaperReading.objects.count()) == (field, 0)


def test_more_papers_than_issued_make_it_void(cast, place):
    ballot = hand.planned(cast, place, mode="paper", electors=(), all_members=4)
    act.open_ballot(ballot.pk, present_number=3, papers_issued=2, by=cast.he, at=HELD)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    void = act.annul_ballot(ballot.pk, reason="收回3张，多于发出的2张。", by=cast.qian, at=HELD)
    assert (void.state, void.end_reason, told("ballot_void")) == (
        BallotState.VOID,
        "收回3张，多于发出的2张。",
        {cast.he.pk, cast.xu.pk},
    )


def test_nobody_has_voted(cast, place):
    ballot = hand.opened(hand.planned(cast, place, rule_code="satisfaction_valid"), cast.he)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    void = act.announce_ballot(ballot.pk, publish=True, by=cast.he, at=HELD)
    assert (void.state, void.is_published) == (BallotState.VOID, False)
    assert void.end_reason.startswith("有效票为零")


def test_the_quorum_is_asked_before_the_opening(cast, place):
    ballot = hand.planned(cast, place)
    for absent in (("zhao", "qian"), ("zhao", "qian", "luo")):
        with pytest.raises(Refused) as refusal:
            hand.opened(ballot, cast.he, absent=absent)
        assert refusal.value.field == "present"
    opened = hand.opened(ballot, cast.he, absent=("luo",))
    assert opened.present == 2
    with pytest.raises(Refused, match="没有登记到会"):
        hand.cast_by(ballot, cast.luo, GOOD)
    with pytest.raises(Refused, match="须在“待表决”"):
        hand.opened(ballot, cast.he)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"lines": []}, "lines", "每行一项"),
        ({"lines": ["甲", "甲 "]}, "lines", "不能同名"),
        ({"rule_code": "nothing"}, "rule_code", "测评办法"),
        ({"electors": []}, "electors", "名册"),
        ({"all_members": 2}, "all_members", "少于名册"),
        ({"limit": Limit("赞成", 1)}, "cap", "限选"),
        ({"topic": " "}, "topic", "表决事项"),
    ],
)
def test_what_cannot_be_planned(cast, place, changes, field, words):
    with pytest.raises(Refused, match=words) as refusal:
        hand.planned(cast, place, **changes)
    assert (refusal.value.field, Ballot.objects.count()) == (field, 0)


def test_no_more_than_so_many_of_one_grade(cast, place):
    limit = Limit("赞成", 2)
    facts = {"rule_code": "project_vote", "lines": ["修路", "建校", "植树"], "limit": limit}
    ballot = hand.opened(hand.planned(cast, place, **facts), cast.he)
    with pytest.raises(Refused, match="至多选择2项“赞成”，您选了3项"):
        hand.cast_by(ballot, cast.luo, "赞成", "赞成", "赞成")
    assert hand.cast_by(ballot, cast.luo, "赞成", "赞成", "反对").code


def test_who_may_not(cast, place):
    for person in (cast.lin, cast.wu, cast.fang, cast.luo):
        with pytest.raises(Refused, match="办事机构"):
            hand.planned(cast, place, by=person)
    own = hand.planned(cast, place, committee=cast.urban_committee, by=cast.fang)
    for person in (cast.luo, cast.zhao, cast.wu):
        with pytest.raises(Refused):
            hand.opened(own, person)
    hand.opened(own, cast.fang)
    for person in (cast.lin, cast.he, cast.stranger):
        with pytest.raises(Refused, match="不在这次表决的名册"):
            hand.cast_by(own, person, GOOD)
    with pytest.raises(Refused, match="表决由人大常委会办事机构"):
        act.close_ballot(own.pk, by=cast.luo, at=HELD)


def test_cancelled_before_it_begins(cast, place):
    ballot = hand.planned(cast, place)
    with pytest.raises(Refused, match="写明理由"):
        act.cancel_ballot(ballot.pk, reason=" ", by=cast.he, at=HELD)
    assert act.cancel_ballot(ballot.pk, reason="改期。", by=cast.he, at=HELD).state == BallotState.CANCELLED
    assert told("ballot_cancelled") == {cast.zhao.pk, cast.qian.pk, cast.luo.pk, cast.xu.pk}


def test_who_finds_it(cast, place, register):
    ballot = hand.planned(cast, place, people=[cast.zhao, cast.qian, cast.lin])

    def found():
        people = ("lin", "zhou", "he", "zhao", "luo", "fang", "wu", "stranger")
        return {name for name in people if Ballot.objects.visible_to(getattr(cast, name)).exists()}

    assert found() == {"lin", "he", "zhao", "luo", "fang"}
    hand.opened(ballot, cast.he)
    assert list(Ballot.objects.waiting_for_vote_of(cast.lin)) == [ballot]
    hand.cast_by(ballot, cast.lin, GOOD)
    assert not Ballot.objects.waiting_for_vote_of(cast.lin).exists()
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    assert not Ballot.objects.public().exists()
    act.announce_ballot(ballot.pk, publish=True, by=cast.he, at=HELD)
    assert found() == {"lin", "zhou", "he", "zhao", "luo", "fang", "wu", "stranger"}


def test_other_parts_take_the_result(cast, place, monkeypatch):
    heard = []
    monkeypatch.setattr(listeners, "_listeners", {verb: list(found) for verb, found in listeners._listeners.items()})

    @after("supervision.announce_ballot")
    def _take(ballot, *, by, at):
        heard.extend((line.target, line.outcome) for line in ballot.lines.all())

    ballot = hand.held(cast, place, lines=[act.Line("教育局", target=cast.education)])
    act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    assert heard == [(cast.education, GOOD)]


def test_who_has_a_vote(cast, place, register):
    people, number = people_voting(place, HELD.date())
    assert ({user.username for user in people}, number) == ({"zhao", "qian", "luo"}, 3)
    session = hand.meeting(register, "session")
    people, number = people_voting(session, HELD.date())
    assert {"lin", "zhou", "deng"} <= {user.username for user in people}
    assert number >= len(people)
    assert people_voting(hand.meeting(register, "joint"), HELD.date()) == ([], 0)


def test_results_wait_for_the_close(cast, place):
    ballot = hand.opened(hand.planned(cast, place), cast.he)
    hand.cast_by(ballot, cast.luo, FAIR)
    with pytest.raises(Refused, match="还没有结束"):
        ballot_results.count(hand.fresh(ballot))
