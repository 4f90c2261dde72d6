"""The plan and its calls as people see them: the road of the office, a citizen, the panels, what pages cost."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.models import PlanTopic, PlanYear, Solicitation, TopicIdea
from supervision.transitions import plan as act
from tests.liaison_stations import citizen, mailbox
from tests.supervision import plan_hand as hand
from tests.supervision.hand import kind
from tests.supervision.plan_hand import AT


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_the_office_plans_adopts_publishes_and_adjusts(cast, register, signed_in):
    he = signed_in(cast.he)
    assert he.post(page("make-plan"), {"year": "1999"}).status_code == 422
    he.post(page("make-plan"), {"year": "2026"})
    plan = PlanYear.objects.get()
    facts = hand.lines(cast, kind=kind().pk, committee=cast.urban_committee.pk, bodies=[cast.transport.pk])
    wrong = he.post(page("add-topic", plan.pk), {**facts, "month_until": "2"})
    assert (wrong.status_code, "完成月份不能早于开始月份" in wrong.text) == (422, True)
    assert "群众反映集中。" in wrong.text
    he.post(page("add-topic", plan.pk), facts)
    council = hand.council(register)
    he.post(page("adopt-plan", plan.pk), {"meeting": council.pk, "adopted_on": "2026-03-02"})
    assert Client().get(page("public-plan", plan.pk)).status_code == 404
    he.post(page("publish-plan", plan.pk))
    topic = PlanTopic.objects.get()
    agreed = {"meeting": council.pk, "decided_on": "2026-03-02", "adjust_reason": "汛期提前。"}
    assert he.post(page("adjust-topic", topic.pk), {**facts, "month_from": "3", **agreed}).status_code == 302
    shown = Client().get(page("public-plan", plan.pk)).text
    assert "时间由“4月至8月”改为“3月至8月”" in shown
    assert "汛期提前。" in shown
    assert "老旧小区加装电梯情况" in signed_in(cast.lin).get(plan.get_absolute_url()).text


def test_a_citizen_proposes_and_reads_what_became_of_it(cast, register, signed_in):
    call = hand.opened(cast)
    stranger = Client()
    assert call.title in stranger.get(page("public-plans")).text
    address = page("send-topic-idea", call.pk)
    hidden = citizen.opens(stranger, address)
    told = {**hand.IDEA, "name": "秦晓月", "phone": "13912345678", "consent": "on"}
    wrong = stranger.post(address, {**hidden, **told, "phone": "1391"})
    assert (wrong.status_code, "电话号码不完整" in wrong.text, "我们小区等了三年。" in wrong.text) == (422, True, True)
    refused = stranger.post(address, {**hidden, **told, "text": "身份证110101199003074936"})
    assert "请删去后再提交" in refused.text
    sent = stranger.post(address, {**hidden, **told}, follow=True)
    idea = TopicIdea.objects.get()
    assert idea.number in sent.text
    assert idea.title not in sent.text
    he = signed_in(cast.he)
    assert "加装电梯太慢" in he.get("/desk/").text
    seen = he.get(idea.get_absolute_url()).text
    assert "13912345678" not in seen
    blank = he.post(page("decline-topic-idea", idea.pk), {"answer": "已有专项工作。"})
    assert (blank.status_code, "对外公布的名称" in blank.text) == (422, True)
    he.post(page("decline-topic-idea", idea.pk), {"answer": "已有专项工作。", "public_title": "加装电梯进度"})
    he.post(page("close-solicitation", call.pk), {"reason": "已经收齐。"})
    he.post(page("answer-solicitation", call.pk), {"outcome": "收到1条。"})
    shown = Client().get(page("public-solicitation", call.pk)).text
    assert all(word in shown for word in (idea.number, "加装电梯进度", "已有专项工作。", "收到1条。"))
    assert "我们小区" not in shown
    assert stranger.get(address).status_code == 302
    assert Solicitation.objects.get().state == "answered"


def test_from_a_letter_to_the_topic_and_back(cast, register, signed_in):
    letter, he = mailbox.posted(area=register.constituency.area), signed_in(cast.he)
    assert "提为监督议题" in he.get(letter.get_absolute_url()).text
    put = {"title": "农村道路照明", "text": "多封来信反映。"}
    he.post(page("put-topic-idea-letter", letter.pk), put)
    idea = TopicIdea.objects.get()
    assert (idea.letter, idea.source) == (letter, "letters")
    plan = hand.drafted(cast, 2027)
    he.post(page("take-topic-idea", idea.pk), {"topic": hand.topic_of(plan).pk})
    assert "老旧小区加装电梯情况" in he.get(letter.get_absolute_url()).text
    assert letter.get_absolute_url() in he.get(idea.get_absolute_url()).text
    assert idea.get_absolute_url() in he.get(hand.topic_of(plan).get_absolute_url()).text


def test_one_topic_or_three_cost_the_same(cast, register, signed_in):
    he, plan = signed_in(cast.he), hand.drafted(cast)
    addresses = (plan.get_absolute_url(), page("topic-ideas"), page("solicitations"), page("plans"))

    def costs():
        cache.clear()
        found = []
        for address in addresses:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert he.get(address).status_code == 200
            found.append(len(queries))
        return found

    hand.put(cast.lin)
    hand.called(cast)
    he.get("/desk/")
    few = costs()
    for word in ("甲", "乙"):
        facts = hand.lines(cast, title=word, bodies=[cast.education])
        act.add_topic(plan.pk, by=cast.he, at=AT, **facts)
        hand.put(cast.zhou, title=word)
        hand.called(cast, title=word)
    assert costs() == few
