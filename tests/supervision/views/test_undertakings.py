"""Supervision as people see it: from the entry to a report handed in; what is typed wrong is kept; one cost at any
size; clocks with people."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.deadlines.reminding import remind_due
from foundation.files.store import files_of
from supervision.models import Undertaking
from supervision.transitions import collected, team, visits
from tests.suggestions.views.scans import scan
from tests.supervision import hand
from tests.supervision.hand import AT, kind, step


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_from_the_entry_to_the_report(cast, register, signed_in):
    fang, feng = signed_in(cast.fang), signed_in(cast.feng)
    facts = {"kind": kind().pk, "year": "2026", "title": "公共交通发展情况", "committee": cast.urban_committee.pk}
    none = fang.post(page("plan-undertaking"), facts)
    assert (none.status_code, "请选择被监督单位" in none.text, "公共交通发展情况" in none.text) == (422, True, True)
    fang.post(page("plan-undertaking"), {**facts, "bodies": [cast.transport.pk], "meeting_on": "2026-05-28"})
    row = Undertaking.objects.get()
    assert "2026年5月8日前" in fang.get(row.get_absolute_url()).text
    assert feng.get(row.get_absolute_url()).status_code == 404
    fang.post(page("begin-undertaking", row.pk), {"version": "1"})
    assert "报送报告征求意见稿" in feng.get("/desk/").text
    assert "报送报告征求意见稿" in feng.get(page("undertaking-steps")).text
    draft = step(row, "report_draft")
    late = feng.post(page("finish-step", draft.pk), {"text": "报告稿", "dated_on": "2026-05-29", "version": "1"})
    assert (late.status_code, "晚于会议日期" in late.text, "报告稿" in late.text) == (422, True, True)
    sent = {"text": "公共交通发展情况的报告。", "dated_on": "2026-03-02", "version": "1", "files": [scan()]}
    feng.post(page("finish-step", draft.pk), sent)
    assert files_of(draft.papers.get()).count() == 1
    shown = fang.get(draft.get_absolute_url()).text
    assert "公共交通发展情况的报告。" in shown
    fang.post(page("reopen-step", draft.pk), {"reason": "请补充数据。", "version": "2"})
    assert "请补充数据。" in feng.get(draft.get_absolute_url()).text
    assert "“报送报告征求意见稿”退回重办" in fang.get(row.get_absolute_url()).text


def test_pages_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    row = hand.begun(cast)
    he, feng = signed_in(cast.he), signed_in(cast.feng)

    def cost(hand, url):
        hand.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert hand.get(url).status_code == 200
        return len(queries)

    urls = (page("undertakings"), page("undertaking-steps"), row.get_absolute_url())
    inspected = hand.begun(cast, "enforcement_inspection", title="执法检查")
    urls = (*urls, inspected.get_absolute_url())
    looked_at(inspected, cast, 1)
    before = [cost(person, url) for person in (he, feng) for url in urls]
    for number in (2, 3):
        hand.begun(cast, title=f"第{number}件", bodies=[cast.transport, cast.education])
        looked_at(inspected, cast, number)
        collected.collect_opinion(row.pk, source="deputy", text=f"意见{number}。", by=cast.he, at=AT)
    assert [cost(person, url) for person in (he, feng) for url in urls] == before


def looked_at(row, cast, number):
    team.join_team(row.pk, name=f"专家{number}", by=cast.fang, at=AT)
    facts = {"visited_on": AT.date(), "by": cast.fang, "at": AT}
    visits.record_visit(row.pk, kind="site", place="人民路", findings="正常。", members=row.team.all(), **facts)
    visits.list_article(row.pk, law="交通法", article=f"第{number}条", duty="职责。", by=cast.fang, at=AT)


def test_what_is_found_out_is_typed(cast, register, signed_in):
    row = hand.begun(cast, "enforcement_inspection", title="执法检查")
    fang, feng = signed_in(cast.fang), signed_in(cast.feng)
    head = fang.post(page("join-team", row.pk), {"role": "head", "person": cast.luo.pk})
    assert (head.status_code, "主任或者副主任担任" in head.text) == (422, True)
    fang.post(page("join-team", row.pk), {"role": "head", "person": cast.qian.pk})
    survey = {"title": "乘客满意度", "audience": "乘客", "surveyed_on": "2026-03-02", "issued": "10", "returned": "12"}
    survey |= {"valid": "9", "questions": "您满意吗\n满意 8\n不满意 1"}
    more = fang.post(page("record-survey", row.pk), survey)
    assert (more.status_code, "多于发出10份" in more.text, "乘客满意度" in more.text) == (422, True, True)
    unclear = fang.post(page("record-survey", row.pk), {**survey, "returned": "10", "questions": "您满意吗"})
    assert "下面请写各项回答和人数" in unclear.text
    fang.post(page("record-survey", row.pk), {**survey, "returned": "10"})
    visit = {"kind": "spot_check", "visited_on": "2026-03-02", "place": "人民路口", "findings": "三处损坏。"}
    fang.post(page("record-visit", row.pk), visit)
    shown = fang.get(row.get_absolute_url()).text
    assert all(word in shown for word in ("钱卫东", "乘客满意度", "8人", "人民路口"))
    hand.finish(row, "mobilisation", cast.fang, AT)
    hand.finish(row, "report", cast.fang, AT, second_part="无")
    assert "提出执法检查报告" in fang.get(row.get_absolute_url()).text
    hidden = feng.get(row.get_absolute_url()).text
    assert "召开动员会" in hidden
    assert "提出执法检查报告" not in hidden
    assert not any(word in hidden for word in ("钱卫东", "乘客满意度", "人民路口"))


def test_every_clock_finds_its_people(cast, register):
    hand.begun(cast)
    moment = AT.replace(month=8)
    report = remind_due(moment.date(), at=moment)
    assert (report.nobody, report.faults) == (0, 0)
    assert report.clocks > 3
