from datetime import date

import pytest

from deputies.models import Meeting
from foundation.files.store import files_of
from suggestions.models import HandedReport
from suggestions.states import Assessment
from suggestions.transitions.handed_reports import hand_in_report, hear_report
from tests.suggestions.views.scans import scan

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(cast, road) -> dict:
    title = "关于2026年代表建议办理情况的报告"
    return {"at": road.at(), "organisation": cast.transport, "year": 2026, "title": title, "dated_on": road.day}


@pytest.fixture
def meeting(register) -> Meeting:
    return Meeting.objects.create(term=register.lin.term, kind="standing_committee", number=33)


def test_a_unit_hands_in_its_own_once_a_year(cast, facts, heard, refused):
    report = hand_in_report(by=cast.feng, file=scan("报告.png"), **facts)

    assert files_of(report).get().name == "报告.png"
    assert {"he", "xu", "gao"} <= heard("report_handed_in")
    refused(hand_in_report, by=cast.chen, file=scan(), code="input", **facts)


@pytest.mark.parametrize(("who", "code"), [("wu", "role"), ("lin", "role"), ("zhao", "role"), ("sun", "role")])
def test_nobody_hands_in_for_another(cast, facts, refused, who, code):
    refused(hand_in_report, by=getattr(cast, who), file=scan(), code=code, **facts)


def test_the_office_hands_in_what_came_on_paper(cast, facts, refused):
    refused(hand_in_report, by=cast.he, file=scan(), code="input", **{**facts, "organisation": cast.sc_office})
    assert hand_in_report(by=cast.he, file=scan(), **facts).organisation == cast.transport


@pytest.mark.parametrize("changes", [{"year": 2027}, {"year": 1999}, {"dated_on": date(2026, 12, 31)}])
def test_nonsense_is_refused_and_nothing_kept(cast, facts, refused, changes):
    refused(hand_in_report, by=cast.feng, file=scan(), code="input", **{**facts, **changes})
    assert not HandedReport.objects.exists()


def test_heard_by_a_meeting_with_its_word(cast, road, facts, meeting, heard, refused):
    report = hand_in_report(by=cast.feng, file=scan(), **facts)
    word = {"meeting": meeting, "heard_on": road.day, "assessment": Assessment.BASICALLY, "opinion": "加快承诺落实。"}
    refused(hear_report, report.pk, by=cast.feng, at=road.at(), code="role", **word)
    refused(hear_report, report.pk, by=cast.he, at=road.at(), code="input", **{**word, "heard_on": date(2026, 1, 1)})
    bad = {**word, "assessment": Assessment.DISSATISFIED, "opinion": " "}
    refused(hear_report, report.pk, by=cast.he, at=road.at(), code="input", **bad)
    hear_report(report.pk, by=cast.he, at=road.at(), **word)

    assert {"feng", "chen"} <= heard("report_heard")
    refused(hear_report, report.pk, by=cast.he, at=road.at(), code="state", **word)
