"""The yearly plan: adopted by a council of chairpersons, published, adjusted with reasons; who may, who hears."""

import pytest

from deputies.models import MeetingKind
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import PlanTopic, PlanYear, Undertaking
from supervision.states.plan import PlanState
from supervision.transitions import plan as act
from supervision.transitions import plan_changes as adjust
from supervision.transitions import undertakings
from supervision.transitions.start_topic import start_topic
from tests.supervision import plan_hand as hand
from tests.supervision.plan_hand import AT


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def refused(words, call, *args, **kwargs):
    with pytest.raises(Refused, match=words) as caught:
        call(*args, **kwargs)
    return caught.value


def test_from_the_draft_to_the_public(cast, register):
    plan = hand.drafted(cast)
    he = {"by": cast.he, "at": AT}
    day = {"adopted_on": AT.date()}
    sc = hand.council(register, 9, kind=MeetingKind.STANDING_COMMITTEE)
    assert refused("主任会议通过", act.adopt_supervision_plan, plan, meeting=sc, **day, **he).field == "meeting"
    late = hand.council(register, 10, AT.date().replace(day=20))
    assert refused("早于会议", act.adopt_supervision_plan, plan, meeting=late, **day, **he).field == "adopted_on"
    refused("须在", act.publish_supervision_plan, plan, **he)
    meeting = hand.council(register)
    act.adopt_supervision_plan(plan, meeting=meeting, **day, **he)
    assert told("plan_adopted") == {cast.xu.pk, cast.gao.pk, cast.fang.pk}
    refused("已通过", act.add_topic, plan, **hand.lines(cast), **he)
    refused("已通过", act.adopt_supervision_plan, plan, meeting=meeting, **day, **he)
    assert not PlanYear.objects.visible_to(cast.lin).exists()
    act.publish_supervision_plan(plan, **he)
    plan.refresh_from_db()
    assert (plan.state, PlanYear.objects.visible_to(cast.stranger).count()) == (PlanState.PUBLISHED, 1)
    assert told("plan_body") == {cast.feng.pk, cast.chen.pk}
    assert {cast.lin.pk, cast.luo.pk, cast.fang.pk} < told("plan_published")


def test_an_adopted_plan_changes_only_with_a_reason_and_a_meeting(cast, register):
    plan = hand.published(cast, register)
    topic, he = hand.topic_of(plan), {"by": cast.he, "at": AT}
    agreed = {"adjust_reason": "主责部门机构调整。", "meeting": plan.meeting, "decided_on": AT.date()}
    same = hand.lines(cast, bodies=[cast.transport])
    refused("内容与原计划相同", adjust.adjust_topic, topic, **same, **agreed, **he)
    blank = {**agreed, "adjust_reason": " "}
    wrong = refused("请写明调整理由", adjust.adjust_topic, topic, **{**same, "month_until": 9}, **blank, **he)
    assert wrong.field == "adjust_reason"
    topic.refresh_from_db()
    assert topic.month_until == 8
    adjust.adjust_topic(topic, **{**same, "month_until": 9}, **agreed, **he)
    more = {**same, "title": "供水安全", "month_from": 5, "month_until": 5}
    adjust.adjust_add(plan, **more, **agreed, **he)
    adjust.drop_topic(topic, **agreed, **he)
    refused("已经取消", adjust.drop_topic, topic, **agreed, **he)
    words = list(plan.changes.order_by("pk").values_list("kind", "words"))
    assert words[0] == ("changed", "时间由“4月至8月”改为“4月至9月”")
    assert [kind for kind, _ in words] == ["changed", "added", "dropped"]
    assert "供水安全" in words[1][1]
    # What was dropped stays on the page.
    assert (plan.topics.count(), plan.topics.standing().count()) == (2, 1)
    assert {cast.fang.pk, cast.zhao.pk, cast.luo.pk} <= told("plan_adjusted")
    with pytest.raises(Exception, match="plan_change_is_kept"):
        plan.changes.all().delete()


@pytest.mark.parametrize(
    ("changes", "words", "field"),
    [
        ({"title": " "}, "请填写议题", "title"),
        ({"reason": ""}, "立项理由", "reason"),
        ({"month_until": 3}, "不能早于开始月份", "month_until"),
        ({"month_from": 13}, "1至12", "month_from"),
    ],
)
def test_a_topic_that_lacks_something(cast, register, changes, words, field):
    plan = hand.drafted(cast)
    facts = hand.lines(cast, **{"title": "另一议题", **changes})
    assert refused(words, act.add_topic, plan, by=cast.he, at=AT, **facts).field == field
    assert plan.topics.count() == 1


def test_who_may_not_and_what_stands_twice(cast, register):
    plan = hand.drafted(cast)
    he = {"by": cast.he, "at": AT}
    refused("同名议题", act.add_topic, plan, **hand.lines(cast), **he)
    other = hand.lines(cast, title="乙")
    wrong = refused("工作委员会", act.add_topic, plan, **{**other, "committee": cast.court}, **he)
    assert wrong.field == "committee"
    refused("被监督单位", act.add_topic, plan, **other, bodies=[cast.urban_committee], **he)
    refused("已经建立", act.make_plan, year=2026, **he)
    refused("之间的年度", act.make_plan, year=2031, **he)
    for person in (cast.lin, cast.fang, cast.zhao, cast.feng):
        refused("办事机构", act.add_topic, plan, **hand.lines(cast), by=person, at=AT)
    act.remove_topic(hand.topic_of(plan), **he)
    refused("还没有议题", act.adopt_supervision_plan, plan, meeting=hand.council(register), adopted_on=AT.date(), **he)
    assert not PlanTopic.objects.exists()


def test_a_topic_is_started_once_by_its_committee_and_followed(cast, register):
    plan = hand.adopted(cast, register)
    topic, fang = hand.topic_of(plan), {"by": cast.fang, "at": AT}
    draft = hand.drafted(cast, 2027)
    refused("主任会议通过后", start_topic, hand.topic_of(draft), bodies=[cast.transport], **fang)
    refused("工作委员会办理", start_topic, topic, bodies=[], by=cast.luo, at=AT)
    assert refused("被监督单位", start_topic, topic, bodies=[], **fang).field == "bodies"
    april = AT.date().replace(month=4)
    assert list(PlanTopic.objects.to_start(cast.fang, april)) == [topic]
    assert not PlanTopic.objects.to_start(cast.fang, AT.date()).exists()
    made = start_topic(topic, bodies=[cast.transport], **fang).undertaking
    assert (made.title, made.year, made.kind, made.level) == (topic.title, 2026, topic.kind, topic.level)
    refused("已经启动", start_topic, topic, bodies=[cast.transport], **fang)
    assert not PlanTopic.objects.to_start(cast.he, april).exists()

    def progress(house=True):
        return PlanTopic.objects.with_names().get(pk=topic.pk).progress_on(AT.date(), house)

    assert progress() == "waiting"
    undertakings.begin_undertaking(made.pk, **fang)
    assert progress() == "under_way"
    # What bodies are not to know yet is not begun for anybody outside.
    Undertaking.objects.filter(pk=made.pk).update(hidden_until=AT.date().replace(day=20))
    assert (progress(), progress(house=False)) == ("under_way", "waiting")
    agreed = {"adjust_reason": "合并。", "meeting": plan.meeting, "decided_on": AT.date()}
    refused("先取消监督事项", adjust.drop_topic, topic, **agreed, by=cast.he, at=AT)
    undertakings.cancel_undertaking(made.pk, reason="改由市里统一进行。", **fang)
    assert progress() == "waiting"
    adjust.drop_topic(topic, **agreed, by=cast.he, at=AT)
    assert progress() == "dropped"
