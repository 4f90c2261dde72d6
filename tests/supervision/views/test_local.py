"""Street committees and presidiums as people see them: what is typed wrong is kept, one cost at any size, clocks."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from supervision.models import LocalBody, LocalItem, LocalMeeting, LocalYear
from tests.supervision import local_hand as hand
from tests.supervision.local_hand import AT, HELD

MEMBER = {"post": "member", "employer": "青石村", "chosen_by": "镇人大会议选举"}


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


def test_a_township_keeps_its_year(cast, register, signed_in):
    he, wei, lin = signed_in(cast.he), signed_in(cast.wei), signed_in(cast.lin)
    assert "建立工作台账（2个单位）" in he.get(page("local")).text
    he.post(page("open-local-bodies"))
    body = LocalBody.objects.get(organisation=cast.township)
    wrong = wei.post(page("add-local-member", body.pk), {**MEMBER, "name": "丁一", "government_post": "副镇长"})
    assert (wrong.status_code, "不得担任" in wrong.text, "副镇长" in wrong.text) == (422, True, True)
    wei.post(page("add-local-member", body.pk), {**MEMBER, "name": "林晓梅", "deputy": register.lin.deputy.pk})
    wei.post(page("add-local-member", body.pk), {**MEMBER, "name": "丁二"})
    assert "缺1名" in he.get(page("local")).text
    call = {"starts_at": "2026-03-20T09:00", "place": "三楼", "topics": "听取报告"}
    wei.post(page("call-local-meeting", body.pk), call)
    meeting = LocalMeeting.objects.get()
    assert "2026年第1次会议" in lin.get("/desk/").text
    few = wei.post(page("hold-local-meeting", meeting.pk), {"minutes": "讨论", "version": "1"})
    assert (few.status_code, "请勾选到会的成员" in few.text, "讨论" in few.text) == (422, True, True)
    came = [member.pk for member in body.members.all()]
    wei.post(page("hold-local-meeting", meeting.pk), {"present": came, "minutes": "讨论", "version": "1"})
    assert "到会" in lin.get(meeting.get_absolute_url()).text
    wei.post(page("draft-local-year", body.pk), {"year": "2026", "aims": "依法履职"})
    plan = LocalYear.objects.get()
    item = {"kind": "activity", "title": "视察道路", "due_on": "2026-03-31"}
    wei.post(page("add-local-item", plan.pk), item)
    wei.post(page("file-local-plan", plan.pk), {"adopted_by": "第1次会议", "version": "1"})
    assert "视察道路" in wei.get("/desk/").text
    late = wei.post(page("report-local-year", plan.pk), {"effect": "好", "version": "2"})
    assert (late.status_code, "“视察道路”等事项还没有登记" in late.text) == (409, True)
    done = {"done_on": "2026-03-20", "result": "发现问题五个。", "version": "1"}
    wei.post(page("finish-local-item", LocalItem.objects.get().pk), done)
    wei.post(page("report-local-year", plan.pk), {"effect": "推动整改。", "version": "2"})
    assert "年终报告" in he.get("/desk/").text
    he.post(page("archive-local-year", plan.pk), {"version": "3"})
    assert "年度工作报告.docx" in wei.get(plan.get_absolute_url()).text
    assert "已归档" in lin.get(plan.get_absolute_url()).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    body = hand.seated(cast, cast.wei)
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    meeting = hand.held(hand.called(body, cast.wei), cast.wei)
    hand.called(body, cast.wei, starts_at=HELD.replace(month=5))
    plan = hand.filed(body, cast.wei)
    urls = [page(name) for name in ("local", "local-meetings", "local-items", "local-reports")]
    urls += [body.get_absolute_url(), meeting.get_absolute_url(), plan.get_absolute_url()]
    before = [cost(url) for url in urls]
    _, street = hand.opened(cast), LocalBody.objects.get(organisation=cast.street)
    hand.member(street, "街一", cast.he)
    hand.member(body, "丁一", cast.wei)
    for month in (6, 7):
        hand.called(body, cast.wei, starts_at=HELD.replace(month=month))
    hand.filed(street, cast.he, items=("视察", "调研"))
    for title in ("检查", "走访"):
        words = {"kind": "other", "due_on": plan.items.get(title="视察农村道路").due_on, "reason": "补充"}
        hand.local_years.add_item(plan.pk, title=title, by=cast.wei, at=AT, **words)
    assert [cost(url) for url in urls] == before


def test_every_clock_finds_its_people(cast, register):
    presidium, street = hand.opened(cast)
    hand.drafted(presidium, cast.wei)
    hand.filed(street, cast.he)
    moment = HELD.replace(year=2027, month=8)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (4, 0, 0)
    open_kinds = set(Deadline.objects.open().values_list("kind", flat=True))
    assert open_kinds == {"local_street_meeting", "local_presidium_meeting", "local_plan", "local_report"}
