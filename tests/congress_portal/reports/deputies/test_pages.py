"""The pages: list with filter, batch steps and archive, one report on a phone, the words form, the run's page."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.words import write_words
from congress_portal.reports.models import AnnualReport, BatchRun, DeputyReport
from congress_portal.reports.tasks import carry_out_batch
from foundation.audit.models import Event
from foundation.notices.models import Notice
from tests.congress_portal.reports.conftest import DAY
from tests.deputies.duty import line

pytestmark = pytest.mark.django_db
LIST = "reports:deputy-reports"


def names(answer) -> set[str]:
    return {row.deputy.name for row in answer.context["page"].rows}


def test_the_list_narrowed_by_name_delegation_and_state(cast, year, signed_in):
    year.written()
    client, register = signed_in(cast.he), year.register
    lin, deng, zhou = (getattr(register, name).deputy.name for name in ("lin", "deng", "zhou"))
    assert names(client.get(reverse(LIST))) == {lin, deng, zhou}
    for query, found in (
        ({"state": "written"}, {lin}),
        ({"delegation": register.chengguan.pk}, {zhou}),
        ({"q": deng}, {deng}),
        ({"year": 2025}, set()),
        ({"year": "二零"}, set()),
    ):
        assert names(client.get(reverse(LIST), query)) == found
    assert client.get(reverse(LIST), {"format": "xlsx"}).status_code == 200


def test_each_sees_whose_report_concerns_him(cast, year, signed_in):
    year.opened()
    register = year.register
    lin, deng, zhou = (getattr(register, name).deputy.name for name in ("lin", "deng", "zhou"))
    seen = {key: names(signed_in(getattr(cast, key)).get(reverse(LIST))) for key in ("zhou", "deng", "wei", "zhao")}
    assert seen == {"zhou": {zhou}, "deng": {lin, deng}, "wei": {lin, deng}, "zhao": set()}
    assert signed_in(cast.feng).get(reverse(LIST)).status_code == 403


def test_a_deputy_comes_to_his_own_report_and_writes(cast, year, signed_in):
    report, client = year.opened(), signed_in(cast.lin)
    assert client.get(reverse("reports:mine")).url == report.get_absolute_url()
    page = client.get(report.get_absolute_url()).text
    assert "视察老旧小区改造" in page
    assert reverse("deputies:duty", args=[report.content["blocks"][1]["lines"][0]["pk"]]) in page
    address = reverse("reports:write-words", args=[report.pk])
    answer = client.post(address, {"summary": "长" * 3001, "version": report.version})
    assert (answer.status_code, "最多3000字" in answer.text, "长长" in answer.text) == (422, True, True)
    client.post(address, {"summary": "先存一句。", "version": report.version})
    stale = client.post(address, {"plan": "迟到的窗口。", "version": report.version})
    assert (stale.status_code, "迟到的窗口" in stale.text, DeputyReport.objects.get(pk=report.pk).plan) == (
        409,
        True,
        "",
    )
    client.post(address, {"summary": "走访二十户。", "done": "on", "version": report.version + 1})
    assert DeputyReport.objects.get(pk=report.pk).state == "written"
    assert client.get(address).status_code == 409


def test_before_there_is_one_a_deputy_reads_why(cast, year, signed_in):
    year.built()
    assert "还没有您的年度履职报告" in signed_in(cast.lin).get(reverse("reports:mine")).text


def test_many_are_checked_and_confirmed_at_once(cast, year, signed_in):
    year.written()
    he, xu = signed_in(cast.he), signed_in(cast.xu)
    page = he.get(reverse("reports:check-all"), {"year": 2026})
    assert ([row.deputy.name for row in page.context["found"]], len(page.context["refused"])) == (
        [year.register.lin.deputy.name],
        2,
    )
    answer = he.post(f"{reverse('reports:check-all')}?year=2026", follow=True)
    assert "已核对1份" in answer.text
    assert "有2份没有核对" in answer.text
    assert "没有可以办理的报告" in he.get(reverse("reports:confirm-all")).text
    xu.post(f"{reverse('reports:confirm-all')}?year=2026")
    assert year.own().state == "confirmed"
    assert signed_in(cast.deng).get(reverse("reports:confirm-all")).status_code == 403


def test_all_files_as_one_archive(cast, year, signed_in):
    year.confirmed()
    answer = signed_in(cast.he).get(
        reverse("reports:deputy-zip"), {"delegation": year.register.qingshi.pk, "kind": "pdf"}
    )
    archive = ZipFile(BytesIO(b"".join(answer.streaming_content)))
    lin, deng = year.own(), year.own("deng")
    assert set(archive.namelist()) == {
        f"青石镇代表团/{lin}-{lin.deputy_id}.pdf",
        f"青石镇代表团/{deng}-{deng.deputy_id}（待审定）.pdf",
    }
    assert archive.read(f"青石镇代表团/{lin}-{lin.deputy_id}.pdf").startswith(b"%PDF")
    assert Event.objects.filter(verb="reports.zip", actor=cast.he).exists()


def test_the_page_of_the_run_names_who_failed(cast, year, signed_in):
    year.register.zhou.elected_on = DAY.date()
    year.register.zhou.save()
    line(year.register.zhou)
    run, client = year.built(), signed_in(cast.he)
    page = client.get(run.get_absolute_url()).text
    assert f"{year.register.zhou.deputy.name}</a>：履职记录" in page
    assert "生成失败 1 份" in page
    rows = client.get(reverse("reports:rows", args=[run.pk, "totals", "failed", "count"]))
    assert "早于当选日期" in rows.text
    client.post(reverse("reports:open-words", args=[run.pk]))
    assert run.own_reports().by_state() == {"failed": 1, "open": 2}


def test_who_reads_the_summary(cast, year, signed_in):
    run = year.built()
    for key, status in (("he", 200), ("zhao", 404), ("lin", 404), ("feng", 404), ("chen", 404)):
        assert signed_in(getattr(cast, key)).get(run.get_absolute_url()).status_code == status
    AnnualReport.objects.filter(pk=run.pk).update(state="confirmed")
    for key, status in (("zhao", 200), ("lin", 404), ("feng", 404)):
        assert signed_in(getattr(cast, key)).get(run.get_absolute_url()).status_code == status


def test_the_desk_tells_who_has_to_do_what(cast, year, signed_in):
    report, title = year.opened(), f"{year.register.lin.deputy.name}2026年度履职报告"

    def on_desk(user) -> bool:
        return title in signed_in(user).get(reverse("workbench:desk")).text

    assert on_desk(cast.lin)
    write_words(report.pk, by=cast.lin, at=DAY)
    assert (on_desk(cast.lin), on_desk(cast.deng)) == (False, True)
    check(report.pk, by=cast.deng, at=DAY)
    assert (on_desk(cast.deng), on_desk(cast.xu)) == (False, True)


def test_the_number_of_queries_does_not_grow(cast, year, signed_in):
    year.register.deng.status, year.register.deng.reason = "ended", "resigned"
    year.register.deng.status_since = "2025-12-01"
    year.register.deng.save()
    own, client = year.opened(), signed_in(cast.he)
    client.get(reverse("workbench:desk"))
    pages = [reverse(LIST), own.get_absolute_url(), reverse("reports:check-all")]
    few = [_queries(client, page) for page in pages[:2]]
    for number in range(3):
        line(year.register.lin, title=f"视察第{number}片区")
    year.own("zhou").delete()
    assert _queries(client, pages[0]) == few[0]


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_titles_that_are_not_public_are_told_to_whoever_may_open_the_paper(cast, year, road, signed_in):
    paper = road.registered(road.submitted())
    own = year.opened()
    told = {user.username: paper.title in signed_in(user).get(own.get_absolute_url()).text for user in readers(cast)}

    assert own.content["papers"] == [paper.pk]
    assert paper.title not in f"{own.content}"
    assert told == {"lin": True, "he": True, "deng": True, "wei": False}


def readers(cast):
    """The deputy, the office, a colleague who convenes her group, and her township's clerk, who may not open it."""
    return [cast.lin, cast.he, cast.deng, cast.wei]


def test_more_than_anybody_waits_for_go_to_the_worker_and_the_page_follows(cast, year, signed_in, monkeypatch):
    begun: list[int] = []
    monkeypatch.setattr("congress_portal.reports.views.batch.AT_ONCE", 1)
    monkeypatch.setattr("congress_portal.reports.views.batch.carry_out_batch.delay", begun.append)
    year.written()
    he, address = signed_in(cast.he), f"{reverse('reports:check-all')}?year=2026"

    shown = he.get(address).text
    made = he.post(address)
    run = BatchRun.objects.get()
    bar = he.get(reverse("reports:batch-progress", args=[run.pk]))
    again = he.post(address, follow=True).text
    carry_out_batch(run.pk)
    page = he.get(made.url).text

    assert "所列报告共 3 份，由后台逐份核验和办理" in shown
    assert (made.url, begun) == (run.get_absolute_url(), [run.pk])
    assert "办理进度" in bar.text
    assert "HX-Refresh" not in bar
    assert "上一次批量办理还在进行" in again
    assert year.own().state == "checked"
    assert he.get(reverse("reports:batch-progress", args=[run.pk]))["HX-Refresh"] == "true"
    assert "代表本人尚未提交" in page
    assert Notice.objects.get(recipient=cast.he, kind="reports.batch_done").body.startswith(
        "已核对1份。另有2份没有核对"
    )
    assert signed_in(cast.xu).get(made.url).status_code == 404
