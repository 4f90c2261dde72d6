import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress_portal.reports.models import AnnualReport
from suggestions.states import Grade
from suggestions.transitions.rate import rate

pytestmark = pytest.mark.django_db


def run(*args: str) -> str:
    said = StringIO()
    call_command("build_annual_reports", *args, stdout=said)
    return said.getvalue()


def test_builds_what_the_page_builds(road, office):
    road.closed()
    found = json.loads(run("--year", "2026", "--kind", "handling", "--json"))

    assert (found["state"], found["edition"], set(found["files"])) == ("built", 1, {"docx", "pdf", "xlsx"})
    assert found["tables"] == AnnualReport.objects.get().content


def test_builds_again_while_it_is_not_adopted(road):
    run("--year", "2026")
    road.closed()
    run("--year", "2026")

    assert AnnualReport.objects.get().sheets[0].cell("registered", "count").value == 1


def test_leaves_a_confirmed_report_alone(office):
    office.confirmed()
    with pytest.raises(CommandError, match="先在报告页退回"):
        run("--year", "2026")


def test_an_adopted_report_is_only_compared(cast, road, office):
    paper = road.replied()
    report = office.frozen()
    assert json.loads(run("--year", "2026", "--json"))["same"] is True
    rate(paper, by=cast.lin, at=road.at(3), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
    found = json.loads(run("--year", "2026", "--json"))

    assert (found["same"], found["digest"]) == (False, report.digest)
    assert {"was": 0, "now": 1}.items() <= found["differences"][0].items()
    assert "→" in run("--year", "2026")


def test_nonsense_is_refused_with_a_sentence(db):
    with pytest.raises(CommandError, match="之间的年度"):
        run("--year", "2999")
