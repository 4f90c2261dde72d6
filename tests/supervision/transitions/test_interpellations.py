"""Interpellations: how many raise them, the answer, and the share of the dissatisfied at its boundary."""

from datetime import timedelta

import pytest

from deputies.models import Mandate
from foundation.deadlines.models import Deadline
from foundation.workflow import Refused
from supervision.models import InitiatorRule, Interpellation
from supervision.transitions import interpellations as act
from tests.deputies_cast import add_mandate
from tests.supervision.proposal_hand import answered, raised
from tests.supervision.question_hand import AT, told


def open_clocks(row):
    return list(Deadline.objects.open().of(row).values_list("kind", flat=True))


def deputies(register, number):
    more = [add_mandate(register, f"代表{n}", register.qingshi).deputy for n in range(number - 2)]
    return [register.lin.deputy, register.zhou.deputy, *more]


def test_ten_deputies_or_three_members_of_the_standing_committee(cast, register):
    ten = deputies(register, 10)
    with pytest.raises(Refused, match="须10人以上联名，现有9人"):
        raised(cast, register, initiators=ten[:9])
    row = raised(cast, register, initiators=ten)
    assert (open_clocks(row), told("proposal_raised")) == (["interpellation_decide"], {"xu"})
    with pytest.raises(Refused, match="不是常委会组成人员"):
        raised(cast, register, initiators=ten[:3], venue="standing")
    Mandate.objects.filter(deputy__in=ten[:3]).update(sc_member=True)
    with pytest.raises(Refused, match="须3人以上联名，现有2人"):
        raised(cast, register, initiators=ten[:2], venue="standing")
    assert raised(cast, register, initiators=ten[:3], venue="standing").rule.least == 3


def test_half_at_the_congress_more_than_half_at_the_standing_committee(cast, register):
    four = deputies(register, 4)
    InitiatorRule.objects.update(least=4)
    Mandate.objects.filter(deputy__in=four).update(sc_member=True)
    at_congress = answered(raised(cast, register, initiators=four), cast, register)
    with pytest.raises(Refused) as refusal:
        act.judge_answer(at_congress.pk, dissatisfied=2, by=cast.he, at=AT)
    assert refusal.value.field == "due_on"
    due = AT.date() + timedelta(days=5)
    again = act.judge_answer(at_congress.pk, dissatisfied=2, due_on=due, by=cast.he, at=AT)
    assert (again.state, open_clocks(again), told("proposal_judged")) == (
        "accepted",
        ["interpellation_answer"],
        {"feng", "chen"},
    )
    act.answer_proposal(again.pk, speaker="陈刚局长", text="已恢复。", by=cast.feng, at=AT)
    done = act.judge_answer(again.pk, dissatisfied=1, by=cast.he, at=AT)
    assert (done.state, [row.dissatisfied for row in done.answers.all()]) == ("closed", [2, 1])
    at_committee = answered(raised(cast, register, initiators=four, venue="standing"), cast, register)
    with pytest.raises(Refused, match="请核对不满意人数"):
        act.judge_answer(at_committee.pk, dissatisfied=5, by=cast.he, at=AT)
    assert act.judge_answer(at_committee.pk, dissatisfied=2, by=cast.he, at=AT).state == "closed"


def test_who_may_and_who_finds_it(cast, register):
    InitiatorRule.objects.update(least=2)
    with pytest.raises(Refused, match="请选择会议"):
        raised(cast, register, meeting=None)
    with pytest.raises(Refused, match="本人参加联名"):
        raised(cast, register, by=cast.deng)
    row = raised(cast, register, by=cast.lin)
    names = ("he", "zhao", "fang", "lin", "zhou", "deng", "feng", "wu", "stranger")
    found = {name for name in names if Interpellation.objects.visible_to(getattr(cast, name)).exists()}
    assert found == {"he", "zhao", "fang", "lin", "zhou"}
    with pytest.raises(Refused) as refusal:
        act.answer_proposal(row.pk, speaker="陈", text="答", by=cast.feng, at=AT)
    assert refusal.value.code == "state"
    act.withdraw_proposal(row.pk, reason="已经解决", by=cast.zhou, at=AT)
    assert told("proposal_decided") == {"lin"}
    topic = raised(cast, register, kind="thematic", meeting=None)
    with pytest.raises(Refused, match="由主任会议决定是否采纳"):
        act.accept_proposal(
            topic.pk, decided_by=register.session, answer_form="oral", due_on=AT.date(), by=cast.he, at=AT
        )
    assert act.adopt_proposal(topic.pk, decided_by=register.session, by=cast.he, at=AT).state == "closed"
