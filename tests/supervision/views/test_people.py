"""Appointments, reports and resolutions as people see them: bad input at its field, one cost at any size."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.models import Appointment, AppointmentKind, Exam, Nominee, Resolution, ResolutionTask
from supervision.transitions import law_exam, opinion_publishing, resolutions
from tests.supervision import opinion_hand
from tests.supervision import people_hand as hand
from tests.supervision.hand import begun
from tests.supervision.people_hand import AT


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_a_nominee_sits_the_examination_and_sees_what_he_got_wrong(cast, register, signed_in):
    he, chen, luo = signed_in(cast.he), signed_in(cast.chen), signed_in(cast.luo)
    bill = {"title": "关于提请任命陈刚职务的议案", "proposed_by": "区长", "proposer": cast.government_office.pk}
    he.post(page("file-appointment"), {**bill, "received_on": "2026-03-02"})
    bill = Appointment.objects.get()
    kind = AppointmentKind.objects.get(code="appoint").pk
    empty = he.post(page("name-nominee", bill.pk), {"kind": kind, "reason": "考察合格。", "version": "1"})
    assert (empty.status_code, "请填写拟任职务" in empty.text, "考察合格" in empty.text) == (422, True, True)
    facts = {"kind": kind, "reason": "考察合格。", "name": "陈刚", "post": "区交通运输局局长", "version": "1"}
    he.post(page("name-nominee", bill.pk), {**facts, "organ": cast.transport.pk, "user": cast.chen.pk})
    nominee = Nominee.objects.get()
    he.post(page("invite-nominee", nominee.pk), {"version": "1"})
    assert "任前法律知识考试" in chen.get("/desk/").text
    exam = Exam.objects.get()
    assert "开始答题" in chen.get(exam.get_absolute_url()).text
    chen.post(page("begin-exam", exam.pk), {"version": "1"})
    first = exam.items.get(order=1)
    assert first.text in chen.get(page("sit-exam", exam.pk)).text
    assert first.text not in luo.get(exam.get_absolute_url()).text
    answers = {
        f"q{item.order}": list(item.key) if item.kind == "multiple" else item.key
        for item in exam.items.all()
        if item.order > 1
    }
    saved = chen.post(page("sit-exam", exam.pk), {**answers, "save": "1"}, follow=True)
    assert "已保存，还没有交卷" in saved.text
    done = chen.post(page("sit-exam", exam.pk), answers, follow=True)
    assert "已交卷" in done.text
    exam.refresh_from_db()
    assert exam.score == 95
    assert first.source in luo.get(exam.get_absolute_url()).text
    early = he.post(page("table-appointment", bill.pk), {"meeting": hand.sc_meeting(register).pk, "version": "2"})
    assert "陈刚没有提交供职报告" in early.text


def test_a_resolution_reaches_the_public_with_what_was_carried_out(cast, register, signed_in, client):
    he, feng, fang = signed_in(cast.he), signed_in(cast.feng), signed_in(cast.fang)
    resolution = hand.adopted(cast, register)
    assert client.get(resolution.public_url).status_code == 404
    he.post(page("publish-resolution", resolution.pk), {"number": "示人常〔2026〕3号", "version": "2"})
    late = {"unit": cast.transport.pk, "title": "增开线路", "due_on": "2026-03-01", "version": "3"}
    refused = fang.post(page("hand-task", resolution.pk), late)
    assert (refused.status_code, "完成期限不能早于今天" in refused.text) == (422, True)
    fang.post(page("hand-task", resolution.pk), {**late, "due_on": "2026-06-01"})
    task = ResolutionTask.objects.get()
    assert "增开线路" in feng.get("/desk/").text
    feng.post(page("report-task", task.pk), {"text": "已开通两条。", "version": "1"})
    fang.post(page("close-task", task.pk), {"result": "两条线路已经开通。", "version": "2"})
    shown = client.get(Resolution.objects.get().public_url).text
    assert "两条线路已经开通" in shown
    assert ".docx" in shown
    assert "已落实1项" in client.get(page("decisions")).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    he = signed_in(cast.he)

    def more(number):
        hand.named(hand.filed(cast), cast)
        hand.appointee(cast, post=f"局长{number}")
        hand.task(hand.adopted(cast, register), cast)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    more(1)
    urls = [page(name) for name in ("appointments", "appointees", "resolutions", "decisions")]
    before = [cost(url) for url in urls]
    for number in (2, 3):
        more(number)
    assert [cost(url) for url in urls] == before


def test_a_paper_sat_in_writing_is_read_by_two(cast, signed_in):
    he, xu = signed_in(cast.he), signed_in(cast.xu)
    exam = law_exam.enter_exam(hand.invited(cast, user=None).pk, score=61, by=cast.he, at=AT)
    assert "得分是您登记的" in he.get(exam.get_absolute_url()).text
    unread = xu.get(exam.get_absolute_url()).text
    assert ("待另一人核对" in unread, ">61<" in unread) == (True, False)
    differs = xu.post(page("check-exam", exam.pk), {"score": "16", "version": "1"}, follow=True)
    assert "不一致" in differs.text
    done = he.post(page("check-exam", exam.pk), {"score": "16", "version": "2"}, follow=True)
    assert ("两人一致，已评分" in done.text, "许静登记，何敏核对" in done.text) == (True, True)


def test_a_resolution_and_what_it_came_of_lead_to_each_other(cast, register, signed_in, client):
    he, feng = signed_in(cast.he), signed_in(cast.feng)
    found = begun(cast)
    opinion = opinion_hand.handed(cast, register, undertaking=found)
    form = he.get(page("draft-resolution"), {"opinion": opinion.pk}).text
    assert f'value="{opinion.pk}" selected' in form
    facts = {"kind": "resolution", "title": "关于公共交通的决议", "text": "会议决定。", "opinion": opinion.pk}
    he.post(page("draft-resolution"), {**facts, "meeting": hand.sc_meeting(register).pk})
    row = Resolution.objects.get()
    assert row.undertaking == found
    for origin in (found, opinion):
        assert row.title in he.get(origin.get_absolute_url()).text
        assert row.title not in feng.get(origin.get_absolute_url()).text
        assert f'href="{origin.get_absolute_url()}"' in he.get(row.get_absolute_url()).text
    row = resolutions.vote_resolution(row.pk, passed=True, outcome="通过", held_on=AT.date(), by=cast.he, at=AT)
    resolutions.publish_resolution(row.pk, number="示人常〔2026〕3号", by=cast.he, at=AT)
    assert str(opinion) not in client.get(row.public_url).text
    opinion_publishing.publish_opinion(opinion.pk, by=cast.he, at=AT)
    assert page("public-opinion", opinion.pk) in client.get(row.public_url).text
