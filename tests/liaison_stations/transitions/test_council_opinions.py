"""Opinions of a street congress from the member's word to what became of it: steps, clocks, who hears, who may not."""

import pytest

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import CouncilOpinion
from liaison_stations.transitions import council_opinions as act
from tests.liaison_stations.street_hand import HELD, clerk_of_street, founded, member, seated

LATER = HELD.replace(day=27)


def raised(congress, by, name="甲成", at=HELD, **changes):
    words = {"title": "夜间噪声扰民", "text": "建议错峰施工。", **changes}
    return act.raise_opinion(congress.pk, member=congress.members.get(name=name), by=by, at=at, **words)


def told(kind):
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def running(opinion):
    return [clock.kind for clock in deadlines.clocks_of(opinion) if clock.is_open]


def test_from_the_word_to_what_became_of_it(cast, register):
    jiang = clerk_of_street(cast)
    opinion = raised(seated(jiang, register), cast.zhou, "周建国")
    assert (running(opinion), told("council_raised")) == (["council_hand"], {jiang.pk, cast.he.pk, cast.xu.pk})
    act.hand_opinion(opinion.pk, body=cast.transport, hand_note="请核实。", by=jiang, at=HELD)
    assert (running(opinion), told("council_handed")) == (["council_answer"], {cast.feng.pk, cast.chen.pk})
    assert told("council_moved") == {cast.zhou.pk}
    act.answer_opinion(opinion.pk, answer="正在研究。", by=cast.feng, at=LATER)
    assert running(opinion) == ["council_tell"]
    act.return_opinion_answer(opinion.pk, reason="没有说明时间。", by=jiang, at=LATER)
    assert (running(opinion), told("council_returned")) == (["council_answer"], {cast.feng.pk, cast.chen.pk})
    act.answer_opinion(opinion.pk, answer="四月底前完成。", by=cast.feng, at=LATER)
    act.close_opinion(opinion.pk, outcome="四月底前完成，提出人满意。", by=jiang, at=LATER)
    assert (running(opinion), told("council_closed")) == ([], {cast.zhou.pk})
    assert told("council_told") == {cast.feng.pk, cast.chen.pk}
    with pytest.raises(Refused, match="已反馈"):
        act.close_opinion(opinion.pk, outcome="再次", by=jiang, at=LATER)


def test_settled_at_once_or_taken_back(cast, register):
    congress = seated(cast.he, register)
    first = raised(congress, cast.he)
    act.explain_opinion(first.pk, outcome="已由社区当场解决。", by=cast.he, at=HELD)
    assert running(first) == []
    second = raised(congress, cast.he)
    act.hand_opinion(second.pk, body=cast.transport, by=cast.he, at=HELD)
    act.recall_opinion(second.pk, reason="由城管负责。", by=cast.he, at=HELD)
    assert (running(second), told("council_recalled")) == (["council_hand"], {cast.feng.pk, cast.chen.pk})
    with pytest.raises(Refused, match="收到交办件的单位"):
        act.answer_opinion(second.pk, answer="晚到", by=cast.feng, at=LATER)


def test_who_may_not(cast, register):
    jiang = clerk_of_street(cast)
    congress = seated(jiang, register)
    for person, words in ((cast.lin, "街道的人大工委"), (cast.wei, "街道的人大工委"), (cast.zhou, "本人的意见")):
        with pytest.raises(Refused, match=words):
            raised(congress, person)
    opinion = raised(congress, jiang)
    for person in (cast.zhou, cast.wei, cast.feng):
        with pytest.raises(Refused, match="街道的人大工委"):
            act.hand_opinion(opinion.pk, body=cast.transport, by=person, at=HELD)
    with pytest.raises(Refused) as refusal:
        act.hand_opinion(opinion.pk, body=cast.sc_office, by=jiang, at=HELD)
    assert refusal.value.field == "body"
    with pytest.raises(Refused, match="须在"):
        act.close_opinion(opinion.pk, outcome="跳过", by=jiang, at=HELD)
    other = member(founded(cast.he, number=2), "丁一", cast.he)
    with pytest.raises(Refused, match="本届现任"):
        act.raise_opinion(congress.pk, member=other, title="标题", text="内容", by=jiang, at=HELD)


def test_who_finds_it(cast, register):
    jiang = clerk_of_street(cast)
    opinion = raised(seated(jiang, register), jiang)

    def found():
        people = ("jiang", "wei", "zhou", "lin", "he", "zhao", "luo", "feng", "wu", "stranger")
        return {name for name in people if CouncilOpinion.objects.visible_to(getattr(cast, name)).exists()}

    assert found() == {"jiang", "zhou", "he", "zhao", "luo"}
    act.hand_opinion(opinion.pk, body=cast.transport, by=jiang, at=HELD)
    assert found() == {"jiang", "zhou", "he", "zhao", "luo", "feng"}
