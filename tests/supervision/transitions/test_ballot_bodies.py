"""A ballot whose rule weighs several bodies: each has a roll, a box and papers of its own, and none is too small."""

import json

import pytest

from foundation.ballots.models import BallotBox, BallotGroup, BallotRule, Roll, SecretSlip, VoterMark
from foundation.workflow import Refused
from supervision.models import Ballot
from supervision.states.ballots import ReadingState
from supervision.transitions import ballot_planning, ballot_readings
from supervision.transitions import ballots as act
from supervision.transitions.ballot_people import bodies_voting
from supervision.transitions.ballot_seating import Came
from tests.supervision import ballot_hand as hand
from tests.supervision import recount
from tests.supervision.ballot_hand import BAD, FAIR, GOOD, HELD

EIGHT = (GOOD, GOOD, GOOD, GOOD, FAIR, FAIR, BAD, "")
SIX = (GOOD, GOOD, GOOD, BAD, BAD, BAD)
NOTHING = (0, 0, 0, 0)


@pytest.fixture
def place(register):
    return hand.meeting(register)


@pytest.fixture
def people(db):
    return hand.members(14)


def opened(ballot, by, **names):
    return act.open_ballot(ballot.pk, bodies=hand.came(ballot, **names), by=by, at=HELD)


def voted(ballot, people, choices):
    for user, choice in zip(people, choices, strict=False):
        hand.cast_by(ballot, user, choice)


def read(ballot, *clerks, public=(12, 4, 3, 1)):
    figures = hand.sheet(public, NOTHING, NOTHING)
    for clerk in clerks:
        last = ballot_readings.enter_reading(ballot.pk, returned=0, figures=figures, by=clerk, at=HELD)
    return last


def test_each_body_is_counted_by_itself_and_anybody_weighs_it_again(cast, place, people):
    ballot = opened(hand.weighed(cast, place, people), cast.he)
    assert (ballot.all_members, ballot.present, ballot.papers_issued, ballot.electronic_voters) == (34, 34, 20, 14)
    assert (ballot.electronic, BallotBox.objects.count(), len(ballot.boxes)) == (None, 2, 2)
    assert list(Ballot.objects.waiting_for_vote_of(people[0])) == [ballot]
    voted(ballot, people[6:], EIGHT)
    voted(ballot, people[:6], SIX)
    assert not Ballot.objects.waiting_for_vote_of(people[0]).exists()
    act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)
    assert (BallotBox.objects.count(), VoterMark.objects.count(), SecretSlip.objects.count()) == (0, 0, 14)
    with pytest.raises(Refused, match="两人清点"):
        act.announce_ballot(ballot.pk, by=cast.zhao, at=HELD)
    assert read(ballot, cast.he, cast.xu).state == ReadingState.AGREED
    done = act.announce_ballot(ballot.pk, publish=True, by=cast.zhao, at=HELD)
    line, record = done.lines.get(), json.loads(done.record)
    # 12/19·15 % + 4/7·70 % + 3/6·15 % = 56.97 %, by hand.
    assert (line.outcome, line.shares[GOOD], line.votes, line.invalid) == (
        GOOD,
        "56.97",
        {GOOD: 19, FAIR: 6, BAD: 7},
        2,
    )
    assert "社会公众12票÷有效票19张×15%＋人大代表4票÷有效票7张×70%＋常委会组成人员3票÷有效票6张×15%" in line.formula
    assert [(row["name"], row["returned"], row["invalid"]) for row in line.by_body] == [
        ("社会公众", 20, 1),
        ("人大代表", 8, 1),
        ("常委会组成人员", 6, 0),
    ]
    assert recount.recount(record) == []
    assert [len(part["electronic"]["receipts"]) for part in record["bodies"][1:]] == [8, 6]
    record["bodies"][0]["weight"] = 70
    assert "测评主体和权重与办法不符" in recount.recount(record)


def test_on_paper_and_by_name(cast, place, people):
    BallotGroup.objects.filter(name="社会公众").update(roll=Roll.DEPUTIES)
    with pytest.raises(Refused, match="“社会公众”没有名册，不能记名") as refusal:
        hand.weighed(cast, place, people, mode="named")
    assert refusal.value.field == "mode"
    everybody = hand.bodies(people) | {"社会公众": (people[:2], 2)}
    with pytest.raises(Refused, match="每人只能在一个主体"):
        hand.weighed(cast, place, people, bodies=everybody)
    rolls = {"社会公众": (people[12:], 2), "人大代表": (people[6:12], 6), "常委会组成人员": (people[:6], 6)}
    ballot = hand.weighed(cast, place, people, mode="named", bodies=rolls)
    seats = {body.name: Came(body.electors.all()) for body in ballot.weighed}
    act.open_ballot(ballot.pk, bodies=seats, by=cast.he, at=HELD)
    # Nothing is secret: two people are a body like any other.
    voted(ballot, [*people[12:], *people[:12]], (GOOD,) * 14)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    done = act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    record = json.loads(done.record)
    assert (done.lines.get().outcome, recount.recount(record)) == (GOOD, [])
    assert [len(part["electronic"]["named"]) for part in record["bodies"]] == [2, 6, 6]


def test_all_on_paper(cast, place, people):
    ballot = hand.weighed(cast, place, people, mode="paper")
    issued = {"人大代表": 8, "常委会组成人员": 6}
    seats = {
        name: Came(body.present, papers_issued=issued.get(name, 20), present_number=20, all_members=20)
        for name, body in hand.came(ballot).items()
    }
    act.open_ballot(ballot.pk, bodies=seats, by=cast.he, at=HELD)
    act.close_ballot(ballot.pk, by=cast.he, at=HELD)
    wrong = hand.sheet((12, 4, 3, 1), (9, 0, 0, 0), (6, 0, 0, 0))
    with pytest.raises(Refused, match="人大代表：收回9张，多于发出的8张") as refusal:
        ballot_readings.enter_reading(ballot.pk, returned=0, figures=wrong, by=cast.he, at=HELD)
    assert refusal.value.field == "body_1_returned"
    sheets = [
        hand.sheet((12, 4, 3, 1), (4, 2, 1, 1), (3, 0, 3, 0)),
        hand.sheet((12, 4, 3, 1), (3, 3, 1, 1), (3, 0, 3, 0)),
    ]
    for clerk, figures in zip((cast.he, cast.xu), sheets, strict=True):
        last = ballot_readings.enter_reading(ballot.pk, returned=0, figures=figures, by=clerk, at=HELD)
    first = ballot.readings.get(counter=cast.he)
    assert ballot_readings.differences(hand.fresh(ballot), first, last) == [
        ("人大代表：审议意见研究处理情况", GOOD, 4, 3),
        ("人大代表：审议意见研究处理情况", FAIR, 2, 3),
    ]
    for clerk in (cast.he, cast.xu):
        ballot_readings.enter_reading(ballot.pk, returned=0, figures=sheets[0], by=clerk, at=HELD)
    done = act.announce_ballot(ballot.pk, by=cast.he, at=HELD)
    assert (done.lines.get().shares[GOOD], recount.recount(json.loads(done.record))) == ("56.97", [])


@pytest.mark.parametrize(
    ("names", "field", "words"),
    [
        ({"absent": ("member0", "member1")}, "body_2_present", "常委会组成人员：使用手机、电脑表决的只有4人，.*5人"),
        ({"paper": ("member6",)}, "body_1_on_paper", "人大代表：使用纸质票的只有1人"),
        ({"public": 4}, "body_0_on_paper", "社会公众：使用纸质票的只有4人"),
        ({"public": 0}, "body_0_all_members", "社会公众：请填写应到人数"),
    ],
)
def test_a_body_too_small_to_be_secret_does_not_begin(cast, place, people, names, field, words):
    ballot = hand.weighed(cast, place, people)
    with pytest.raises(Refused, match=words) as refusal:
        opened(ballot, cast.he, **names)
    assert (refusal.value.field, BallotBox.objects.count()) == (field, 0)


def test_where_few_have_voted_the_box_is_destroyed_unread(cast, place, people):
    ballot = opened(hand.weighed(cast, place, people), cast.he)
    voted(ballot, people[6:], EIGHT)
    voted(ballot, people[:6], SIX[:4])
    act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)
    # Eight slips of the deputies; the committee's four papers are nowhere.
    assert (SecretSlip.objects.count(), BallotBox.objects.count()) == (8, 0)
    read(ballot, cast.he, cast.xu)
    void = act.announce_ballot(ballot.pk, publish=True, by=cast.zhao, at=HELD)
    assert (void.state, void.record, void.lines.get().votes) == ("void", "", {})
    assert void.end_reason.startswith("常委会组成人员只收到电子票4张，少于办法规定的每个主体5张")


def test_who_votes_in_which_body(cast, register, place):
    rule = BallotRule.objects.get(code="satisfaction_weighted")
    rolls = bodies_voting(rule, place, HELD.date())
    council, deputies = rolls["常委会组成人员"][0], rolls["人大代表"][0]
    assert rolls["社会公众"] == ([], None)
    assert {user.username for user in council} == set(hand.COUNCIL)
    assert "lin" in {user.username for user in deputies}
    assert not set(council) & set(deputies)
    facts = {"meeting": place, "held_on": HELD.date(), "topic": "测评", "lines": ["报告"], "mode": "paper"}
    facts |= {"rule_code": "satisfaction_weighted", "by": cast.he, "at": HELD}
    with pytest.raises(Refused, match="分主体登记"):
        ballot_planning.plan_at_meeting(**facts, all_members=40)
    ballot = ballot_planning.plan_at_meeting(**facts)
    assert [(body.name, body.electors.count()) for body in ballot.weighed] == [
        ("社会公众", 0),
        ("人大代表", len(deputies)),
        ("常委会组成人员", 3),
    ]
