import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congress_portal.reports import tasks
from congress_portal.reports.models import AnnualReport
from tests.congress_portal.reports.conftest import Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(monkeypatch) -> list[int]:
    """Jobs handed to the worker."""
    found: list[int] = []
    monkeypatch.setattr(tasks.build_report, "delay", found.append)
    return found


def test_every_count_leads_to_exactly_its_rows(cast, road, office, signed_in):
    road.closed()
    road.replied()
    report, client = office.built(), signed_in(cast.he)
    page = client.get(report.get_absolute_url()).text
    for sheet in report.sheets:
        for row in sheet.rows:
            for column, cell in zip(sheet.columns, row.cells, strict=True):
                address = reverse("reports:rows", args=[report.pk, sheet.key, row.key, column.key])
                assert (f'href="{address}"' in page) == cell.has_rows
                if cell.has_rows:
                    shown = client.get(address).context["page"]
                    assert (shown.total, [one.pk for one in shown.rows if one.pk not in cell.keys]) == (
                        len(cell.keys),
                        [],
                    )


def test_a_cell_without_rows_has_no_page(cast, office, signed_in):
    report, client = office.built(), signed_in(cast.he)
    for place in (("nothing", "registered", "count"), ("totals", "nothing", "count"), ("totals", "registered", "x")):
        assert client.get(reverse("reports:rows", args=[report.pk, *place])).status_code == 404


WHO = {
    "built": {"he", "xu", "gao"},
    "confirmed": {"he", "xu", "gao", "zhao", "qian", "luo", "fang"},
    "frozen": {"he", "xu", "gao", "zhao", "qian", "luo", "fang", "lin", "sun", "feng", "chen", "wu", "wei", "jiang"},
}


@pytest.mark.parametrize("state", WHO)
def test_who_reads_it_in_which_state(cast, office, signed_in, state):
    report = getattr(office, state)()
    for key, user in cast.people().items():
        found = signed_in(user).get(report.get_absolute_url()).status_code == 200
        assert found == (key in WHO[state] or (state == "frozen" and key in ("zhou", "deng", "zheng", "chu"))), key


def test_a_unit_is_told_that_other_units_rows_are_not_listed(cast, road, office, signed_in):
    road.closed()
    report = office.frozen()
    address = reverse("reports:rows", args=[report.pk, "totals", "registered", "count"])
    assert signed_in(cast.feng).get(address).context["hidden"] == 0
    assert "部分内容不在您的查阅范围" in signed_in(cast.wu).get(address).text


def test_asking_starts_the_job(cast, signed_in, queued):
    answer = signed_in(cast.he).post(reverse("reports:ask"), {"kind": "handling", "year": "2026"})
    report = AnnualReport.objects.get()
    assert (answer.url, queued) == (report.get_absolute_url(), [report.pk])


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"year": "二零"}, "四位数年份"), ({"year": "2999"}, "之间的年度"), ({"year": ""}, "请填写年度")],
)
def test_nonsense_comes_back_with_a_sentence(cast, signed_in, queued, typed, said):
    answer = signed_in(cast.he).post(reverse("reports:ask"), {"kind": "handling", **typed})
    assert (answer.status_code, queued) == (422, [])
    assert said in answer.text
    assert typed["year"] in answer.text


def test_the_broker_is_away(cast, signed_in, monkeypatch):
    def away(pk):
        raise ConnectionError

    monkeypatch.setattr(tasks.build_report, "delay", away)
    signed_in(cast.he).post(reverse("reports:ask"), {"kind": "handling", "year": "2026"})
    queued: list[int] = []
    monkeypatch.setattr(tasks.build_report, "delay", queued.append)
    tasks.build_waiting()
    assert queued == [AnnualReport.objects.get().pk]


def test_progress_then_the_whole_page(cast, office, signed_in):
    report, client = office.asked(), signed_in(cast.he)
    address = reverse("reports:progress", args=[report.pk])
    assert "HX-Refresh" not in client.get(address).headers
    tasks.build_report(report.pk)
    assert client.get(address).headers["HX-Refresh"] == "true"


def test_the_road_of_a_report_through_its_pages(cast, office, signed_in, queued):
    report = office.built()
    he, xu = signed_in(cast.he), signed_in(cast.xu)
    assert he.post(reverse("reports:confirm", args=[report.pk])).status_code == 403
    assert xu.post(reverse("reports:confirm", args=[report.pk]), {"note_text": "已核对。"}).status_code == 302
    facts = {"meeting": office.meeting().pk, "adopted_on": AnnualReport.objects.get().built_at.date().isoformat()}
    assert he.post(reverse("reports:freeze", args=[report.pk]), {**facts, "adopted_on": ""}).status_code == 422
    assert he.post(reverse("reports:freeze", args=[report.pk]), facts).status_code == 302
    assert "核对无误" in he.get(reverse("reports:compare", args=[report.pk])).text
    answer = he.post(reverse("reports:correct", args=[report.pk]), {"reason": "补录评价。"})
    second = AnnualReport.objects.get(edition=2)
    assert (answer.url, queued) == (second.get_absolute_url(), [second.pk])


def test_the_number_of_queries_does_not_grow(cast, road, office, signed_in):
    road.closed()
    client: Client = signed_in(cast.he)
    client.get(reverse("workbench:desk"))
    first = office.built()
    page, rows = first.get_absolute_url(), reverse("reports:rows", args=[first.pk, "totals", "registered", "count"])
    few = [_queries(client, address) for address in (page, rows)]
    AnnualReport.objects.all().delete()
    for _ in range(3):
        road.closed()
    second = office.built()
    page, rows = second.get_absolute_url(), reverse("reports:rows", args=[second.pk, "totals", "registered", "count"])
    assert [_queries(client, address) for address in (page, rows)] == few


def _queries(client: Client, address: str) -> int:

    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_cards_of_the_desk(cast, register, signed_in):
    office = Office(cast, register)
    office.built()
    assert "年度报告" in signed_in(cast.xu).get(reverse("workbench:desk")).text
    AnnualReport.objects.all().delete()
    office.confirmed()
    assert "待审议的年度报告" in signed_in(cast.zhao).get(reverse("workbench:desk")).text
