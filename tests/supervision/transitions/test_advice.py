"""Experts asked together with a deputy group, and drafts at contact points, until it is known what was taken up."""

from datetime import timedelta

import pytest

from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import DraftOpinion, Expert, ExpertMatter, LawDraft
from supervision.transitions import contact_points, experts
from tests.supervision import advice_hand as hand
from tests.supervision.advice_hand import AT


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def found(model, cast, people):
    return {name for name in people if model.objects.visible_to(getattr(cast, name)).exists()}


def test_a_matter_for_experts_and_a_group(cast, register):
    matter = hand.asked(cast, register, cast.fang)
    assert told("expert_matter_opened") == {cast.lin.pk, cast.deng.pk}
    advice = matter.advice.get()
    with pytest.raises(Refused, match="不能晚于今天"):
        experts.enter_advice(advice.pk, text="意见", given_on=AT.date() + timedelta(days=1), by=cast.fang, at=AT)
    with pytest.raises(Refused, match="还没有登记意见"):
        experts.weigh_advice(advice.pk, fate="adopted", by=cast.fang, at=AT)
    experts.enter_advice(advice.pk, text="重点检查第三十条。", given_on=AT.date(), by=cast.fang, at=AT)
    mine = experts.say_in_matter(matter.pk, text="应当入户走访。", by=cast.lin, at=AT)
    with pytest.raises(Refused, match="代表小组"):
        experts.say_in_matter(matter.pk, text="插话", by=cast.zhou, at=AT)
    experts.weigh_advice(advice.pk, fate="adopted", by=cast.fang, at=AT)
    with pytest.raises(Refused, match="还有1条"):
        experts.close_matter(matter.pk, result="已列入方案。", by=cast.fang, at=AT)
    with pytest.raises(Refused, match="写明理由") as reason:
        experts.weigh_advice(mine.pk, fate="not_adopted", by=cast.fang, at=AT)
    assert reason.value.field == "reason"
    experts.weigh_advice(mine.pk, fate="partly", reason="抽查代替", by=cast.he, at=AT)
    experts.close_matter(matter.pk, result="已列入方案。", by=cast.fang, at=AT)
    assert told("expert_matter_closed") == {cast.lin.pk, cast.deng.pk}
    with pytest.raises(Refused, match="已经办结"):
        experts.say_in_matter(matter.pk, text="补充", by=cast.lin, at=AT)


def test_who_is_asked_and_who_asks(cast, register):
    expert = hand.engaged(cast.he, phone="13900000001")
    experts.end_expert(expert.pk, reason="本人辞任", by=cast.he, at=AT)
    expert.refresh_from_db()
    assert expert.phone == ""
    with pytest.raises(Refused, match="聘期已经结束"):
        experts.end_expert(expert.pk, reason="再次", by=cast.he, at=AT)
    with pytest.raises(Refused, match="在聘专家"):
        hand.asked(cast, register, cast.fang, experts=[expert], at=AT + timedelta(days=1))
    for person, words in ((cast.lin, "工作委员会"), (cast.feng, "工作委员会")):
        with pytest.raises(Refused, match=words):
            hand.asked(cast, register, person)
    with pytest.raises(Refused, match="11位"):
        hand.engaged(cast.he, phone="123")
    with pytest.raises(Refused, match="办事机构"):
        hand.engaged(cast.fang)
    hand.asked(cast, register, cast.fang, experts=[hand.engaged(cast.he, "法二")])
    assert found(ExpertMatter, cast, ("he", "fang", "luo", "lin", "zhou", "wei", "feng")) == {
        "he",
        "fang",
        "luo",
        "lin",
    }
    assert found(Expert, cast, ("he", "luo", "lin", "wei")) == {"he", "luo"}


def test_a_draft_at_the_contact_points(cast, register):
    point = hand.founded(cast)
    with pytest.raises(Refused, match="同名联系点"):
        hand.founded(cast)
    draft = hand.put_out(cast, [point])
    assert told("draft_put_out") == {cast.wei.pk}
    opinion = hand.heard(draft, point, cast.wei)
    with pytest.raises(Refused, match="联系点所在乡镇街道"):
        hand.heard(draft, point, cast.jiang)
    late = AT + timedelta(days=11)
    with pytest.raises(Refused, match="已经截止"):
        hand.heard(draft, point, cast.wei, at=late)
    hand.heard(draft, point, cast.he, at=late)
    with pytest.raises(Refused, match="汇总报送以后"):
        contact_points.weigh_opinion(opinion.pk, fate="adopted", by=cast.he, at=late)
    contact_points.send_draft(draft.pk, report="两条意见报送。", by=cast.he, at=late)
    contact_points.weigh_opinion(opinion.pk, fate="adopted", by=cast.he, at=late)
    with pytest.raises(Refused, match="还有1条"):
        contact_points.close_draft(draft.pk, result="采纳一条。", by=cast.he, at=late)
    other = DraftOpinion.objects.exclude(pk=opinion.pk).get()
    contact_points.weigh_opinion(other.pk, fate="not_adopted", reason="与上位法不一致", by=cast.he, at=late)
    contact_points.close_draft(draft.pk, result="采纳一条。", by=cast.he, at=late)
    assert told("draft_closed") == {cast.wei.pk}
    assert LawDraft.objects.with_figures().values_list("given", "adopted").get() == (2, 1)
    contact_points.end_point(point.pk, reason="合并", by=cast.he, at=late)
    with pytest.raises(Refused, match="在用的联系点"):
        hand.put_out(cast, [point], at=late + timedelta(days=1))
    assert found(LawDraft, cast, ("he", "luo", "wei", "lin", "jiang", "feng")) == {"he", "luo", "wei"}
