"""Reports to voters as people see them: calendar, coverage, one report, its steps, the public page."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import VoterReport
from deputies.transitions.record_duty import record_duty
from foundation.ballots.models import BallotGroup, BallotRule, PaperCount
from tests.deputies import reports
from tests.deputies.reports import AT, BAD, GOOD


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(AT):
        yield


def address(name, *args) -> str:
    return reverse(f"deputies:{name}", args=args)


def cost(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_office_plans_several_deputies_and_keeps_what_it_typed(cast, register, signed_in):
    clerk, url = signed_in(cast.he), address("plan-voter-reports")
    seats = [register.lin.pk, register.zhou.pk]
    facts = {"planned_on": "2026-04-01", "statement_due_on": "2026-04-20", "audience": "第1选区选民", "mandates": seats}

    wrong = clerk.post(url, facts)
    made = clerk.post(url, {**facts, "statement_due_on": "2026-03-20"})

    assert wrong.status_code == 422
    assert "述职报告提交期限不能晚于述职日期" in wrong.text
    assert 'value="第1选区选民"' in wrong.text
    assert made.url == address("voter-reports")
    assert VoterReport.objects.count() == 2
    left = clerk.get(url).text
    assert "邓玉兰" in left
    assert "林晓梅" not in left


def test_a_township_is_offered_its_own_deputies(cast, register, signed_in):
    page = signed_in(cast.wei).get(address("plan-voter-reports")).text
    assert "林晓梅" in page
    assert "周建国" not in page


def test_the_statement_begins_with_what_the_file_holds(cast, register, signed_in):
    source = register.session
    record_duty(register.lin.deputy, "training", on=AT.date(), title="新代表培训班", source=source, by=cast.he, at=AT)
    report = reports.planned(cast, register.lin)
    url = address("write-statement", report.pk)

    page = signed_in(cast.lin).get(url).text
    kept = signed_in(cast.lin).post(url, {"statement": "我的草稿", "version": report.version})

    assert "一、学习宣传法律和决议\n2026年3月2日，新代表培训班。" in page.replace("\r", "")
    assert kept.url == report.get_absolute_url()
    assert "我的草稿" in signed_in(cast.lin).get(url).text
    assert signed_in(cast.zhou).get(url).status_code == 404
    assert signed_in(cast.he).get(url).status_code == 403


def test_the_ballot_is_entered_with_the_rule_beside_it_and_checked_by_a_second(cast, register, signed_in):
    report = reports.held(cast, register.lin)
    url = address("enter-ballot", report.pk)
    numbers = {"present": 50, "issued": 50, "returned": 50, "invalid": 0, "votes_0": 42, "votes_1": 5, "votes_2": 3}
    clerk = signed_in(cast.he)

    form = clerk.get(url).text
    wrong = clerk.post(url, {**numbers, "returned": 49, "version": report.version})
    clerk.post(url, {**numbers, "version": report.version})
    own = clerk.get(address("check-ballot", report.pk))
    page = signed_in(cast.xu).get(address("check-ballot", report.pk)).text
    report.refresh_from_db()
    done = signed_in(cast.xu).post(address("check-ballot", report.pk), {"agrees": "yes", "version": report.version})

    assert "称职票达到收回票的80%（含本数）的，为“称职”" in form
    assert wrong.status_code == 422
    assert "两者应当相等" in wrong.text
    assert 'value="42"' in wrong.text
    assert own.status_code == 403
    assert "84.00%" in page
    assert done.status_code == 302
    assert PaperCount.objects.get().outcome == "称职"


def test_a_ballot_of_two_bodies_has_a_sheet_for_each_and_shows_the_weights(cast, register, signed_in, client):
    rule = BallotRule.objects.get(code="report_to_voters")
    for order, (name, weight) in enumerate((("选民", 70), ("代表小组", 30))):
        BallotGroup.objects.create(rule=rule, name=name, weight=weight, order=order)
    report = reports.held(cast, register.lin)
    url = address("enter-ballot", report.pk)
    voters = {"present": 50, "issued": 50, "returned": 50, "invalid": 0, "votes_0": 42, "votes_1": 5, "votes_2": 3}
    group = {"present": 10, "issued": 10, "returned": 10, "invalid": 0, "votes_0": 8, "votes_1": 2, "votes_2": 0}
    numbers = {f"0_{key}": value for key, value in voters.items()} | {f"1_{key}": value for key, value in group.items()}
    clerk = signed_in(cast.he)

    form = clerk.get(url).text
    wrong = clerk.post(url, {**numbers, "1_returned": 9, "version": report.version})
    clerk.post(url, {**numbers, "version": report.version})
    report.refresh_from_db()
    page = signed_in(cast.xu).get(address("check-ballot", report.pk)).text
    signed_in(cast.xu).post(address("check-ballot", report.pk), {"agrees": "yes", "version": report.version})
    public = client.get(address("public-voter-report", report.pk)).text

    assert "代表小组：“称职”票" in form
    assert "选民占70%、代表小组占30%，分别计票后加权合计。" in form
    assert wrong.status_code == 422
    assert "代表小组：各等次票数与无效票合计10张，收回9张" in wrong.text
    assert "称职：选民42票÷收回票50张×70%＋代表小组8票÷收回票10张×30%＝82.80%" in page
    assert "加权后占82.80%" in public


def test_voters_read_statement_and_result_and_nothing_before(cast, register, client):
    waiting = reports.submitted(cast, register.zhou)
    shown = reports.balloted(cast, register.lin, BAD)

    listed = client.get(address("public-voter-reports")).text
    page = client.get(address("public-voter-report", shown.pk)).text

    assert "林晓梅代表" in listed
    assert "周建国" not in listed
    assert "不称职31票÷收回票50张＝62.00%，超过半数（不含本数），应当“整改”。" in page
    assert "代表正在整改" in page
    assert "每月接待" not in page
    assert client.get(address("public-voter-report", waiting.pk)).status_code == 404


def test_colleagues_read_what_is_published_and_not_the_counting(cast, register, signed_in):
    report = reports.balloted(cast, register.lin)
    draft = reports.submitted(cast, register.zhou)

    page = signed_in(cast.deng).get(report.get_absolute_url()).text

    assert "一年来走访选民三十户" in page
    assert "历次计票" not in page
    assert signed_in(cast.deng).get(draft.get_absolute_url()).status_code == 404
    assert signed_in(cast.wu).get(report.get_absolute_url()).status_code == 403


def test_the_coverage_of_the_term_names_who_has_not_reported(cast, register, signed_in):
    reports.held(cast, register.lin)
    reports.planned(cast, register.zhou)

    page = signed_in(cast.he).get(address("voter-report-coverage"))

    assert (page.context["done"], page.context["all"]) == (1, 3)
    told = {row.deputy.name: row for row in page.context["table"].rows}
    assert list(told) == ["邓玉兰", "周建国", "林晓梅"]
    assert "尚未安排" in page.text
    assert signed_in(cast.lin).get(address("voter-report-coverage")).status_code == 403


def test_pages_cost_the_same_for_one_report_and_for_three(cast, register, signed_in):
    report = reports.balloted(cast, register.lin, GOOD)
    clerk = signed_in(cast.he)
    urls = [address("voter-reports"), address("voter-report-coverage"), report.get_absolute_url()]
    one = [cost(clerk, url) for url in urls]
    reports.planned(cast, register.zhou)
    reports.planned(cast, register.deng)

    assert [cost(clerk, url) for url in urls] == one


def test_the_desk_says_what_is_next(cast, register, signed_in):
    reports.planned(cast, register.lin)
    reports.submitted(cast, register.zhou)

    assert "请写述职报告" in signed_in(cast.lin).get("/desk/").text
    assert "待审阅述职报告" in signed_in(cast.he).get("/desk/").text


def test_the_office_sees_what_it_may_do_with_a_planned_report_and_cancels_it(cast, register, signed_in):
    report = reports.planned(cast, register.lin)
    clerk = signed_in(cast.he)

    page = clerk.get(report.get_absolute_url()).text
    clerk.post(address("cancel-report", report.pk), {"reason": "改到明年", "version": report.version})

    assert "取消述职安排" in page
    assert "2026年3月22日前" in page
    assert "述职安排已取消" in clerk.get(report.get_absolute_url()).text


def test_a_report_is_moved_in_the_browser_and_what_was_typed_is_kept(cast, register, signed_in):
    report = reports.planned(cast, register.lin)
    clerk, url = signed_in(cast.he), address("move-report", report.pk)
    days = {"planned_on": "2026-05-20", "statement_due_on": "2026-05-10", "version": report.version}

    wrong = clerk.post(url, days)
    done = clerk.post(url, {**days, "reason": "与村级换届冲突"})

    assert wrong.status_code == 422
    assert 'value="2026-05-20"' in wrong.text
    assert done.url == report.get_absolute_url()
    assert "述职由2026年4月1日改到2026年5月20日：与村级换届冲突" in clerk.get(report.get_absolute_url()).text
    assert signed_in(cast.lin).get(url).status_code == 403
