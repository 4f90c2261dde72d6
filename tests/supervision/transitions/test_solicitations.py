"""Topics are called for in public; each idea is looked at, told what became of it, and leads to its topic and back."""

import pytest
from django.db import connection

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import TopicIdea
from supervision.states.solicitation import IdeaState, SolicitationState
from supervision.transitions import ideas as act
from supervision.transitions import plan as plans
from supervision.transitions import solicitations as calls
from tests.supervision import plan_hand as hand
from tests.supervision.hand import kind
from tests.supervision.plan_hand import AT

AFTER = AT.replace(month=4, day=2)
PUBLIC = {"public_title": "加装电梯进度"}


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def refused(words, call, *args, **kwargs):
    with pytest.raises(Refused, match=words) as caught:
        call(*args, **kwargs)
    return caught.value


def test_a_citizens_idea_becomes_a_topic_and_everybody_reads_it(cast, register):
    call, he = hand.opened(cast), {"by": cast.he, "at": AT}
    assert {cast.lin.pk, cast.luo.pk, cast.fang.pk} <= told("solicitation_opened")
    idea = hand.sent(call, name="秦晓月", phone="13912345678")
    # The same form twice is one idea; the office hears of a call once a day.
    assert hand.sent(call).pk == idea.pk
    hand.sent(call, "b", title="修订养犬条例", sort="legislation")
    assert Notice.objects.filter(kind="supervision.idea_sent", recipient=cast.he).count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone FROM supervision_topicidea WHERE id = %s", [idea.pk])
        assert "13912345678" not in str(cursor.fetchone())
    plan = hand.drafted(cast, 2027)
    wrong = refused("对外公布的名称", act.take_topic_idea, idea, topic=hand.topic_of(plan), answer="", **he)
    assert wrong.field == "public_title"
    act.take_topic_idea(idea, topic=hand.topic_of(plan), answer="", **PUBLIC, **he)
    law = TopicIdea.objects.get(sort="legislation")
    refused("报送有立法权", act.take_topic_idea, law, topic=hand.topic_of(plan), answer="", **PUBLIC, **he)
    refused("提前截止", calls.close_solicitation, call, **he)
    calls.close_solicitation(call, by=cast.he, at=AFTER)
    assert [clock.kind for clock in deadlines.clocks_of(call) if clock.is_open] == ["solicitation_answer"]
    refused("已经截止", hand.sent, call, "c", at=AFTER)
    refused("待研究的建议", calls.answer_solicitation, call, outcome="好。", by=cast.he, at=AFTER)
    act.forward_topic_idea(law, answer="报送市人大常委会。", public_title="养犬管理立法", by=cast.he, at=AFTER)
    calls.answer_solicitation(call, outcome="收到2条。", by=cast.he, at=AFTER)
    call.refresh_from_db()
    idea.refresh_from_db()
    assert (call.state, idea.state, idea.topic) == (SolicitationState.ANSWERED, IdeaState.TAKEN, hand.topic_of(plan))
    # Nobody's telephone outlives the answer, and the clock stands.
    assert (idea.name, idea.phone) == ("", "")
    assert not [clock for clock in deadlines.clocks_of(call) if clock.is_open]
    refused("不能再改", act.reconsider_topic_idea, law, reason="有误", by=cast.he, at=AFTER)


def test_ideas_of_deputies_members_and_committees(cast, register):
    he = {"by": cast.he, "at": AT}
    mine, research = hand.put(cast.lin), hand.put(cast.fang)
    member = hand.put(cast.luo)
    assert [(row.channel, row.source) for row in (mine, research, member)] == [
        ("deputy", "suggestions"),
        ("committee", "research"),
        ("member", "members"),
    ]
    assert research.committee == cast.urban_committee
    assert {cast.he.pk, cast.xu.pk} <= told("idea_put")
    for person in (cast.feng, cast.wei, cast.stranger):
        refused("议题征集", hand.put, person)
    plan = hand.drafted(cast, 2026)
    facts = {"kind": kind(), "committee": cast.urban_committee, "month_from": 5, "month_until": 6}
    taken = act.take_as_topic(mine, plan=plan, answer="", **facts, **he)
    assert (taken.topic.title, taken.topic.source, plan.topics.count()) == ("加装电梯太慢", "suggestions", 2)
    act.decline_topic_idea(research, answer="去年已经监督。", **he)
    assert told("idea_decided") == {cast.lin.pk, cast.fang.pk}
    act.reconsider_topic_idea(research, reason="情况有变化。", **he)
    assert research.__class__.objects.get(pk=research.pk).state == IdeaState.RECEIVED
    refused("未采纳的理由", act.decline_topic_idea, member, answer=" ", **he)
    refused("办事机构办理", act.decline_topic_idea, member, answer="不", by=cast.luo, at=AT)
    assert set(TopicIdea.objects.visible_to(cast.lin)) == {mine}
    assert TopicIdea.objects.visible_to(cast.zhao).count() == 3
    assert not TopicIdea.objects.visible_to(cast.feng).exists()


def test_an_idea_in_an_adopted_plan_is_no_longer_moved(cast, register):
    mine, plan = hand.put(cast.lin), hand.drafted(cast)
    act.take_topic_idea(mine, topic=hand.topic_of(plan), answer="", by=cast.he, at=AT)
    refused("重新研究", plans.remove_topic, hand.topic_of(plan), by=cast.he, at=AT)
    facts = {"meeting": hand.council(register), "adopted_on": AT.date()}
    plans.adopt_supervision_plan(plan, **facts, by=cast.he, at=AT)
    refused("调整计划", act.reconsider_topic_idea, mine, reason="换", by=cast.he, at=AT)
    other = hand.put(cast.zhou)
    refused("已通过", act.take_topic_idea, other, topic=hand.topic_of(plan), answer="", by=cast.he, at=AT)


def test_a_call_that_asks_for_nothing_or_is_not_open(cast, register):
    assert refused("请选择", hand.called, cast, for_supervision=False, for_legislation=False).field == "for_supervision"
    assert refused("不能早于", hand.called, cast, closes_on=AT.date().replace(month=2)).field == "closes_on"
    draft = hand.called(cast)
    refused("已经截止", hand.sent, draft)
    refused("还没有公布", act.enter_topic_idea, draft, **hand.IDEA, by=cast.he, at=AT)
    refused("截止日期已过", calls.open_solicitation, draft, by=cast.he, at=AFTER.replace(day=20))
    only = hand.opened(cast, for_legislation=False)
    assert refused("没有征集这一类", hand.sent, only, sort="legislation").field == "sort"
    assert refused("一句话", hand.sent, only, title=" ").field == "title"
    entered = act.enter_topic_idea(only, **hand.IDEA, name="来访人", by=cast.he, at=AT)
    assert (entered.channel, entered.number) == ("public", "2026-0001")
