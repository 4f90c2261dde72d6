"""Deliberation opinions as people see them: what is typed wrong is kept, one cost at any size, what strangers read."""

from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from supervision.models import DeliberationOpinion, Problem
from supervision.transitions import opinion_publishing
from tests.supervision import hand as begun
from tests.supervision import ledger_hand
from tests.supervision import opinion_hand as hand
from tests.supervision.opinion_hand import REPORTED


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(REPORTED.replace(hour=16)):
        yield


def test_from_the_meeting_to_the_public_page(cast, register, signed_in):
    undertaking = begun.begun(cast)
    sitting, council = hand.meeting(register), hand.meeting(register, "council", 50)
    fang, he, feng = (signed_in(person) for person in (cast.fang, cast.he, cast.feng))
    assert "整理审议意见" in fang.get(undertaking.get_absolute_url()).text
    facts = {"undertaking": undertaking.pk, "title": "公共交通审议意见", "committee": cast.urban_committee.pk}
    facts |= {"text": "加密班次。", "meeting": sitting.pk, "heard_on": "2026-05-18"}
    wrong = fang.post(page("draft-opinion"), {**facts, "heard_on": "2027-01-01"})
    assert (wrong.status_code, "日期不能晚于今天" in wrong.text, "加密班次" in wrong.text) == (422, True, True)
    fang.post(page("draft-opinion"), facts)
    opinion = DeliberationOpinion.objects.get()
    assert "公共交通审议意见" in fang.get(undertaking.get_absolute_url()).text
    assert "公共交通审议意见" in he.get("/desk/").text
    he.post(page("adopt-opinion", opinion.pk), {"council": council.pk, "adopted_on": "2026-05-19"})
    shown = fang.get(page("hand-opinion", opinion.pk)).text
    assert "示范区人民代表大会常务委员会审议意见" in shown
    handed = {"unit": cast.transport.pk, "head": hand.HEAD, "number": "示人常审〔2026〕3号", "term": "opinion_report"}
    fang.post(page("hand-opinion", opinion.pk), handed)
    assert "公共交通审议意见" in feng.get("/desk/").text
    paper = Document(BytesIO(feng.get(page("opinion-paper", opinion.pk)).content))
    words = "".join(line.text for line in paper.paragraphs)
    assert "示人常审〔2026〕3号" in words
    assert "加密班次" in words
    listed = {"title": "候车亭不足", "source_words": "公共交通审议意见", "committee": cast.urban_committee.pk}
    fang.post(page("list-problem", opinion.pk), {**listed, "unit": cast.transport.pk, "due_on": "2026-06-30"})
    assert Problem.objects.get().undertaking == undertaking
    assert "候车亭不足" in feng.get(opinion.get_absolute_url()).text
    feng.post(page("plan-opinion", opinion.pk), {"text": "六月完成。"})
    feng.post(page("send-for-comment", opinion.pk), {"text": "已加密。"})
    fang.post(page("comment-opinion", opinion.pk), {"text": "请补充数据。"})
    short = feng.post(page("report-opinion", opinion.pk), {"text": "已加密八条。", "adopted": "", "effect": "好转"})
    assert (short.status_code, "已加密八条" in short.text) == (422, True)
    feng.post(page("report-opinion", opinion.pk), {"text": "已加密八条。", "adopted": "采纳。", "effect": "好转。"})
    assert "还有1件没有销号" in fang.get(opinion.get_absolute_url()).text
    assert fang.get(page("pass-opinion", opinion.pk)).status_code == 409
    he.post(page("publish-opinion", opinion.pk))
    stranger = Client()
    assert "公共交通审议意见" in stranger.get(page("public-opinions")).text
    read = stranger.get(page("public-opinion", opinion.pk)).text
    assert "已加密八条" in read
    assert "请补充数据" not in read


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    opinion = hand.reported(cast, register)
    ledger_hand.planned(cast, source=opinion)
    opinion_publishing.publish_opinion(opinion.pk, by=cast.he, at=REPORTED)
    urls = (page("opinions"), page("public-opinions"), opinion.get_absolute_url())
    before = [cost(url) for url in urls]
    for _ in range(2):
        opinion_publishing.publish_opinion(hand.planned(cast, register).pk, by=cast.he, at=REPORTED)
        ledger_hand.planned(cast, source=opinion)
    assert [cost(url) for url in urls] == before


def test_every_clock_finds_its_people(cast, register):
    hand.drafted(cast, register)
    hand.adopted(cast, register)
    hand.handed(cast, register)
    hand.commenting(cast, register)
    moment = REPORTED.replace(month=9)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (6, 0, 0)
    kinds = {"opinion_draft", "opinion_hand", "opinion_plan", "opinion_report", "opinion_comment"}
    assert set(Deadline.objects.open().values_list("kind", flat=True)) == kinds


def test_several_bodies_under_one_number_and_off_the_public_page(cast, register, signed_in):
    he, feng, wu, anybody = signed_in(cast.he), signed_in(cast.feng), signed_in(cast.wu), Client()
    opinion = hand.adopted(cast, register)
    bodies = {"unit": cast.transport.pk, "others": [cast.transport.pk], "term": "opinion_report"}
    words = {**bodies, "head": hand.HEAD, "number": "示人常审〔2026〕3号"}
    twice = he.post(page("hand-opinion", opinion.pk), words)
    assert (twice.status_code, "同一机关只选一次" in twice.text, "3号" in twice.text) == (422, True, True)
    he.post(page("hand-opinion", opinion.pk), {**words, "others": [cast.education.pk]})
    other = opinion.shares.get()
    assert other.get_absolute_url() in he.get(opinion.get_absolute_url()).text
    assert other.get_absolute_url() not in feng.get(opinion.get_absolute_url()).text
    paper = Document(BytesIO(wu.get(page("opinion-paper", other.pk)).content))
    assert "示范区交通运输局、示范区教育局：" in [line.text for line in paper.paragraphs]
    opinion_publishing.publish_opinion(opinion.pk, by=cast.he, at=REPORTED)
    address = page("public-opinion", opinion.pk)
    assert page("public-opinion", other.pk) in anybody.get(address).text
    he.post(page("unpublish-opinion", opinion.pk), {"reason": "数据有误，核对后再公开。"})
    assert anybody.get(address).status_code == 404
    assert "数据有误" in he.get(opinion.get_absolute_url()).text
