"""Recalls and by-elections as people see them: bad input is kept, one cost at any size, clocks, the public."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import Constituency, Mandate
from foundation.deadlines.reminding import remind_due
from supervision.models import ByElection, Recall
from tests.deputies_cast import add_mandate
from tests.supervision import seat_hand as hand
from tests.supervision.seat_hand import AT, DAY, LATER


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(LATER):
        yield


def test_a_recall_through_its_pages(cast, register, signed_in):
    hand.placed(register, register.lin)
    he, xu, lin, luo = signed_in(cast.he), signed_in(cast.xu), signed_in(cast.lin), signed_in(cast.luo)
    anybody = Client()
    sheet = SimpleUploadedFile("签名册.pdf", b"%PDF-1.4 names", "application/pdf")
    came = {"mandate": register.lin.pk, "received_on": DAY, "signatures": 60, "reasons": "长期不履职"}
    he.post(page("receive-recall"), {**came, "files": sheet})
    recall = Recall.objects.get()
    assert "罢免林晓梅的要求" in he.get("/desk/").text
    assert (lin.get(recall.get_absolute_url()).status_code, luo.get(recall.get_absolute_url()).status_code) == (
        404,
        404,
    )
    few = he.post(page("accept-recall", recall.pk), {"verified": 30, "copied_on": DAY, "version": 1})
    assert (few.status_code, "不足50人" in few.text, 'value="30"' in few.text) == (422, True, True)
    he.post(page("accept-recall", recall.pk), {"verified": 55, "copied_on": DAY, "version": 1})
    own = lin.get(recall.get_absolute_url())
    assert ("长期不履职" in own.text, "签名册" in own.text, "提出申辩" in own.text) == (True, False, True)
    desk = lin.get("/desk/").text
    assert ("对您的罢免要求" in desk, "可以提出书面申辩" in desk) == (True, True)
    assert recall.get_absolute_url() in lin.get(page("recalls-to-defend")).text
    lin.post(page("defend-recall", recall.pk), {"defence": "因病请假。", "speaks": "on", "version": 2})
    printed = {"circulated_on": DAY, "circulated_how": "入户", "vote_on": DAY + timedelta(9), "presided_by": "钱卫东"}
    assert "对您的罢免要求" not in lin.get("/desk/").text
    he.post(page("circulate-recall", recall.pk), {**printed, "version": 3})
    counts = {"held_on": DAY + timedelta(9), "voters": 1000, "issued": 900, "no": 200, "abstained": 50, "invalid": 0}
    wrong = he.post(page("count-recall", recall.pk), {**counts, "returned": 850, "yes": 650, "version": 4})
    assert (wrong.status_code, "合计900票" in wrong.text, 'value="650"' in wrong.text) == (422, True, True)
    papers = SimpleUploadedFile("计票记录.pdf", b"%PDF-1.4 votes", "application/pdf")
    right = {**counts, "returned": 850, "yes": 600, "version": 4}
    he.post(page("count-recall", recall.pk), {**right, "files": papers})
    waits = xu.get(recall.get_absolute_url()).text
    assert ("票数待另一人登记" in waits, "计票记录" in waits, "600" in waits) == (True, True, False)
    assert "票数待另一人登记" not in lin.get(recall.get_absolute_url()).text
    again = he.post(page("count-recall", recall.pk), right)
    assert (again.status_code, "请另一名工作人员" in again.text) == (403, True)
    xu.post(page("count-recall", recall.pk), {**right, "yes": 599, "no": 201})
    unlike = he.get(recall.get_absolute_url()).text
    assert ("赞成、反对不一致" in unlike, "599" in unlike) == (True, False)
    for client in (xu, he):
        client.post(page("count-recall", recall.pk), right)
    report = {"review_on": DAY + timedelta(10), "review": "罢免有效。", "version": 5}
    he.post(page("review-recall", recall.pk), report)
    assert anybody.get(page("public-recall", recall.pk)).status_code == 404
    he.post(page("announce-recall", recall.pk), {"announcement_no": "1号", "announced_on": LATER.date(), "version": 6})
    told = anybody.get(page("public-recall", recall.pk)).text
    assert ("赞成600" in told, "长期不履职" in told, "因病请假" in told) == (True, False, False)
    assert "罢免林晓梅" in anybody.get(page("seat-changes")).text
    assert "已公告" in luo.get(recall.get_absolute_url()).text
    assert "缺3名" in he.get(page("call-by-election")).text


def test_a_by_election_through_its_pages(cast, register, signed_in):
    place = hand.placed(register, register.lin)
    he, wei, anybody = signed_in(cast.he), signed_in(cast.wei), Client()
    decided = {"constituency": place.pk, "delegation": register.qingshi.pk, "places": 1, "cause": "原代表调离"}
    days = {"decided_by": "主任会议", "decided_on": DAY, "vote_on": DAY + timedelta(20)}
    many = he.post(page("call-by-election"), {**decided, **days, "places": 3})
    assert (many.status_code, "补选名额不能超过缺额" in many.text, "原代表调离" in many.text) == (422, True, True)
    he.post(page("call-by-election"), {**decided, **days})
    election = ByElection.objects.get()
    person = {"name": "田秀", "sex": "female", "birth_month": "1985-06-01", "employer_title": "教师"}
    he.post(page("put-forward", election.pk), {**person, "nominated_by": "选民15人联名"})
    he.post(page("publish-candidates", election.pk), {"listed_on": DAY, "version": 1})
    assert "候选人已公布" in wei.get(election.get_absolute_url()).text
    votes = f"votes_{election.candidates.get().pk}"
    papers = {"held_on": DAY + timedelta(20), "voters": 1000, "issued": 800, "returned": 790, "others": 0}
    wrong = he.post(page("count-by-election", election.pk), {**papers, votes: 790, "invalid": 10, "version": 2})
    assert (wrong.status_code, "不能多于有效票（780票）" in wrong.text) == (422, True)
    for client in (he, signed_in(cast.xu)):
        client.post(page("count-by-election", election.pk), {**papers, votes: 700, "invalid": 10, "version": 2})
    winner = election.candidates.get()
    report = {"review_on": DAY + timedelta(21), "review": "有效。", "valid": [winner.pk], "version": 3}
    he.post(page("review-by-election", election.pk), report)
    he.post(
        page("announce-by-election", election.pk),
        {"announcement_no": "2号", "announced_on": LATER.date(), "version": 4},
    )
    told = anybody.get(page("public-by-election", election.pk)).text
    assert ("田秀" in told, "700票" in told) == (True, True)
    assert Mandate.objects.get(deputy__name="田秀").by_election
    assert "名册中的田秀代表" in he.get(election.get_absolute_url()).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    more = [add_mandate(register, f"丁{number}", register.qingshi) for number in range(3)]
    hand.placed(register, register.lin)
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    recall = hand.circulated(register.lin, cast.he)
    election = _elected(cast, register, "甲田")
    urls = [page(name) for name in ("recalls", "open-recalls", "by-elections", "open-by-elections", "vacancies")]
    urls += [page("seat-changes"), recall.get_absolute_url(), election.get_absolute_url()]
    before = [cost(url) for url in urls]
    hand.placed(register, *more[:2])
    for seat in more[:2]:
        hand.circulated(seat, cast.he)
    for number in (7, 8):
        register.constituency = Constituency.objects.create(term=register.term, name=f"第{number}选区", seats=2)
        _elected(cast, register, f"乙{number}")
    assert [cost(url) for url in urls] == before


def _elected(cast, register, name):
    Mandate.objects.filter(constituency=register.constituency).update(constituency=None)
    election = hand.listed(register, cast.he, name)
    hand.voted(election, cast.he, 700)
    hand.valid(election, cast.he)
    return hand.told(election, cast.he)


def test_every_clock_finds_its_people(cast, register):
    hand.placed(register, register.lin, register.deng)
    hand.received(register.lin, cast.he)
    hand.accepted(register.deng, cast.he)
    hand.called(register, cast.he)
    moment = AT.replace(year=2027)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (4, 0, 0)
