"""One run over all deputies: the same twice, one with wrong data, somebody who sits at two levels."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress_portal.reports.deputies import reading
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.transitions.ask import ask, ask_again
from congress_portal.reports.transitions.build import build
from foundation.files.models import StoredFile
from suggestions.yearbook import Period
from tests.congress_portal.reports.conftest import DAY
from tests.deputies.duty import line
from tests.deputies_cast import add_mandate

pytestmark = pytest.mark.django_db


def run(cast) -> AnnualReport:
    known = AnnualReport.objects.of("deputies", 2026).first()
    asked = ask_again(known.pk, by=cast.he, at=DAY.replace(hour=12)) if known else None
    asked = asked or ask(by=cast.he, at=DAY, kind="deputies", year=2026)
    return build(asked.pk, clock=lambda: DAY)


def test_a_report_for_everybody_and_a_summary_of_the_same_rows(cast, register):
    line(register.lin)
    line(register.lin, "session_half_day", quantity=3, title="区五届人大五次会议")
    report = run(cast)

    assert report.state == "built"
    assert dict(report.own_reports().values_list("deputy__name", "state")) == {
        name.deputy.name: "built" for name in (register.lin, register.zhou, register.deng)
    }
    own = DeputyReport.objects.get(deputy=register.lin.deputy)
    assert set(own.files) == {"docx", "pdf"}
    assert own.figures["inspection"] == 1
    assert own.content["attendance"][0] == {
        "kind": "代表大会会议（半天）", "asked": "3", "came": "3", "leave": "0", "absent": "0", "late": 0, "early": 0
    }  # fmt: skip
    sheets = {sheet.key: sheet for sheet in report.sheets}
    assert sheets["totals"].cell("reports", "count").keys == tuple(
        sorted(DeputyReport.objects.values_list("pk", flat=True))
    )
    listed = sheets[f"delegation-{register.qingshi.pk}"]
    assert listed.cell(str(own.pk), "points").value == own.content["schemes"][0]["total"]
    assert {f"delegation-{register.qingshi.pk}.docx", f"delegation-{register.qingshi.pk}.xlsx"} <= set(report.files)


def test_counted_again_only_what_has_changed_is_written_again(cast, register):
    run(cast)
    before = dict(DeputyReport.objects.values_list("deputy__name", "files"))
    line(register.zhou, "training", title="代表履职培训班")
    run(cast)
    after = dict(DeputyReport.objects.values_list("deputy__name", "files"))

    name = register.zhou.deputy.name
    assert {one for one in before if before[one] != after[one]} == {name}
    written = StoredFile.objects.filter(kind="docx", owner_type__model="deputyreport")
    assert written.count() == 3 + 1


def test_one_deputy_with_wrong_data_is_named_and_stops_nobody(cast, register):
    register.zhou.by_election, register.zhou.elected_on = True, date(2026, 6, 1)
    register.zhou.save()
    entry = line(register.zhou)
    report = run(cast)

    (failed,) = report.own_reports().with_trouble()
    assert (failed.deputy, failed.state) == (register.zhou.deputy, "failed")
    assert "早于当选日期2026-06-01" in failed.failure
    assert report.own_reports().by_state() == {"failed": 1, "built": 2}
    assert report.sheets[0].cell("failed", "count").keys == (failed.pk,)

    register.zhou.elected_on = entry.on
    register.zhou.save()
    assert run(cast).own_reports().by_state() == {"built": 3}
    failed.refresh_from_db()
    assert (failed.failure, set(failed.files)) == ("", {"docx", "pdf"})


def test_points_of_every_level_somebody_sits_at(cast, register):
    add_mandate(register, "高明远", None, level="province")
    report = run(cast)
    own = DeputyReport.objects.get(deputy__name="高明远")

    # The scheme that is in force is one for district deputies.
    assert (own.level, own.delegation, own.content["schemes"], own.figures["points"]) == ("province", None, [], None)
    sheets = {sheet.key: sheet for sheet in report.sheets}
    assert [row.label for row in sheets["levels"].rows] == ["省", "区县", "合计"]
    assert sheets["delegation-0"].cell(str(own.pk), "points").value == "—"


def test_a_batch_is_read_in_as_many_queries_as_one_deputy(register):
    year = reading.year_of(Period.of_year(2026), date(2026, 11, 20), "")
    line(register.lin)

    def queries(*seats) -> int:
        with CaptureQueriesContext(connection) as found:
            assert len(reading.read([seat.deputy_id for seat in seats], year)) == len(seats)
        return len(found)

    assert queries(register.lin) == queries(register.lin, register.zhou, register.deng) <= 8


def test_whoever_left_before_the_year_has_no_report(cast, register):
    register.deng.status, register.deng.reason = "ended", "resigned"
    register.deng.status_since = date(2025, 12, 1)
    register.deng.save()
    report = run(cast)

    assert report.own_reports().count() == report.sheets[0].cell("people", "count").value == 2
