"""Experts and contact points as people see them: what is typed wrong is kept, one cost at any size."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.models import Advice, ContactPoint, Expert, ExpertField, ExpertMatter, LawDraft
from supervision.transitions import experts
from tests.supervision import advice_hand as hand
from tests.supervision.advice_hand import AT


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_from_the_pool_to_the_result(cast, register, signed_in):
    he, fang, lin = signed_in(cast.he), signed_in(cast.fang), signed_in(cast.lin)
    facts = {
        "name": "法一",
        "pool": "legislation",
        "employer": "法学院",
        "engaged_by": "主任会议",
        "phone": "13900000001",
    }
    wrong = he.post(page("engage-expert"), facts)
    assert (wrong.status_code, "法学院" in wrong.text) == (422, True)
    he.post(page("engage-expert"), {**facts, "specialities": ExpertField.objects.get(code="law").pk})
    expert = Expert.objects.get()
    assert "13900000001" not in he.get(expert.get_absolute_url()).text
    asked = {"title": "检查要点", "text": "怎样检查？", "committee": cast.urban_committee.pk, "due_on": "2026-03-20"}
    fang.post(page("ask-experts"), {**asked, "group": register.group.pk, "experts": expert.pk})
    matter = ExpertMatter.objects.get()
    assert "检查要点" in lin.get("/desk/").text
    lin.post(page("say-in-matter", matter.pk), {"text": "应当入户走访。"})
    assert "应当入户走访" in fang.get(matter.get_absolute_url()).text
    entered = Advice.objects.get(expert=expert)
    fang.post(page("enter-advice", entered.pk), {"text": "重点是第三十条。", "given_on": "2026-03-02", "version": "1"})
    left = fang.post(page("close-expert-matter", matter.pk), {"result": "已列入", "version": "1"})
    assert (left.status_code, "还有2条意见" in left.text) == (409, True)
    assert "重点是第三十条" in lin.get(matter.get_absolute_url()).text


def test_a_point_hears_what_became_of_its_opinion(cast, register, signed_in):
    he, wei = signed_in(cast.he), signed_in(cast.wei)
    point = {"name": "青石村联系点", "organisation": cast.township.pk, "host": "村委会", "head": "石一"}
    he.post(page("found-contact-point"), {**point, "approved_by": "主任会议"})
    draft = {"title": "物业条例草案", "source": "市人大", "text": "第三章", "due_on": "2026-03-20"}
    he.post(page("put-out-draft"), {**draft, "points": ContactPoint.objects.get().pk})
    row = LawDraft.objects.get()
    assert "物业条例草案" in wei.get("/desk/").text
    words = {"point": ContactPoint.objects.get().pk, "article": "第三十条", "text": "应当公开。", "from_whom": "业主"}
    wei.post(page("enter-draft-opinion", row.pk), words)
    he.post(page("send-draft", row.pk), {"report": "一条意见。", "version": "1"})
    he.post(page("weigh-draft-opinion", row.opinions.get().pk), {"fate": "adopted", "version": "1"})
    he.post(page("close-draft", row.pk), {"result": "全部采纳。", "version": "2"})
    assert "全部采纳" in wei.get(row.get_absolute_url()).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    expert = hand.engaged(cast.he)
    matter = hand.asked(cast, register, cast.fang, experts=[expert])
    point = hand.founded(cast)
    draft = hand.put_out(cast, [point])
    hand.heard(draft, point, cast.wei)
    urls = [page(name) for name in ("experts", "expert-matters", "contact-points", "law-drafts")]
    urls += [expert.get_absolute_url(), matter.get_absolute_url(), draft.get_absolute_url()]
    before = [cost(url) for url in urls]
    for number in (2, 3):
        further = hand.engaged(cast.he, f"法{number}")
        hand.asked(cast, register, cast.fang, experts=[expert, further])
        experts.say_in_matter(matter.pk, text="意见", by=cast.lin, at=AT)
        hand.put_out(cast, [point, hand.founded(cast, f"联系点{number}")])
        hand.heard(draft, point, cast.wei)
    assert [cost(url) for url in urls] == before
