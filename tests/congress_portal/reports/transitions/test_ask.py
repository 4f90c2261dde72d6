from datetime import date

import pytest

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions.ask import ask, ask_again, correct
from foundation.audit import timeline
from tests.congress_portal.reports.conftest import DAY

pytestmark = pytest.mark.django_db
HOW = {"kind": "handling", "year": 2026, "at": DAY}


def test_the_office_asks_for_the_calendar_year(cast, office):
    report = office.asked()

    assert (report.first_on, report.last_on, report.counted_on) == (date(2026, 1, 1), date(2026, 12, 31), DAY.date())
    assert [event.verb for event in timeline(report)] == ["reports.ask"]


def test_from_session_to_session(cast):
    report = ask(by=cast.he, first_on=date(2026, 1, 12), last_on=date(2027, 1, 10), **HOW)

    assert (report.first_on, report.last_on) == (date(2026, 1, 12), date(2027, 1, 10))


@pytest.mark.parametrize("who", ["lin", "sun", "chen", "zhao", "fang", "wei", "shen"])
def test_nobody_else_asks(cast, refused, who):
    refused(ask, by=getattr(cast, who), code="role", **HOW)


def test_one_report_a_year(cast, office, refused):
    office.asked()
    refused(ask, by=cast.he, code="state", **HOW)


@pytest.mark.parametrize(("year", "days"), [(2027, {}), (1999, {}), (2026, {"last_on": date(2025, 12, 31)})])
def test_nonsense_is_refused_and_nothing_written(cast, refused, year, days):
    refused(ask, by=cast.he, code="input", **{**HOW, "year": year}, **days)
    assert not AnnualReport.objects.exists()


def test_a_built_report_is_counted_anew_and_an_adopted_one_is_not(cast, office, refused):
    report = ask_again(office.built().pk, by=cast.xu, at=DAY)
    assert report.state == "asked"

    AnnualReport.objects.filter(pk=report.pk).delete()
    refused(ask_again, office.frozen().pk, by=cast.he, at=DAY, code="state")


def test_a_correction_is_the_next_edition_with_its_reason(cast, office, refused):
    first = office.frozen()
    refused(correct, first.pk, by=cast.he, at=DAY, reason=" ", code="input")
    second = correct(first.pk, by=cast.he, at=DAY, reason="补录三件纸质评价。")

    assert (second.edition, second.corrects, second.state) == (2, first, "asked")
    refused(correct, first.pk, by=cast.he, at=DAY, reason="再次更正。", code="state")
    refused(correct, second.pk, by=cast.he, at=DAY, reason="再次更正。", code="state")
