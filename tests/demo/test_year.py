"""The demonstration district, told once for all of these tests: whole, repeatable, open to everybody it names."""

from collections import Counter
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress_portal.demo import checks, district
from congress_portal.demo.last_year import PLAN as EARLIER_PLAN
from congress_portal.demo.signins import PASSWORD, SIGN_INS
from congress_portal.demo.township import PLAN as TOWNSHIP_PLAN
from congress_portal.demo.year import EVERY_ROAD, PLAN
from congress_portal.outcomes import check_outcomes
from congress_portal.reports.models import AnnualReport
from deputies.models import Level, Meeting
from foundation.accounts.models import User
from foundation.audit.models import Event
from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from foundation.workdays.clock import today
from suggestions.cards.queues import QUEUES, queues_of
from suggestions.models import (
    Appraisal,
    Assignment,
    Award,
    CarryOver,
    Commitment,
    FundProject,
    FundYear,
    HandedReport,
    KeySupervision,
    LookBack,
    Suggestion,
)
from suggestions.states import AssignmentState, ProjectState, SuggestionState
from suggestions.yearbook import Period
from tests.congress_portal.reports.test_every_cell import check
from tests.demo import guide

# A paper never rests in these: the next step follows in the same transaction.
PASSING = {SuggestionState.RATED, AssignmentState.SIGNED}
TOLD = sum(count for _, _, count in (*PLAN, *EARLIER_PLAN)) + len(TOWNSHIP_PLAN)
# Merged, taken apart, and the parts of the year before; what is handled in company this year.
IN_COMPANY = 4 + 14
# What a deputy made of letters.
OF_LETTERS = 1
# Queues the year leaves empty, each for its reason.
QUIET = {
    "carries",  # a promise goes over the year only when the year turns
    "to-distribute",  # this district assigns in one step
    "unit-overdue",  # which unit is late depends on the day
    "unrated",  # the deputies of the year rate in time, or were asked until the case was closed
}


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The year is told once, in a transaction that ends with this module; answers what the command said."""
    said = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        # Somebody looked at the front page too early.
        cache.set("site:figures:early", "0")
        call_command("load_demo", stdout=said)
        assert cache.get("site:figures:early") is None
        # Once for all tests: at the end of each Django looks at whatever nobody has looked at yet.
        connection.check_constraints()
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def undone(year: str, db: None) -> None:
    """Each test has the year, and what it does is forgotten after it."""


def counts() -> dict[type[models.Model], int]:
    return {model: model._base_manager.count() for model in (Suggestion, Assignment, Event, Notice, Deadline, User)}


def test_every_cell_of_the_report_is_what_plain_sql_counts(year):
    assert check(Period.of_year(today().year), today()) > 500


def test_the_year_ends_with_a_report_before_a_meeting_and_with_awards(year):
    report, earlier = AnnualReport.objects.filter(kind="handling").order_by("-year")
    assert (earlier.state, earlier.digest) == ("frozen", earlier.expected_digest())
    assert (report.state, set(report.files)) == ("confirmed", {"docx", "pdf", "xlsx"})
    assert set(Award.objects.values_list("appraisal__year", flat=True)) == {report.year, earlier.year}
    assert {row.state for row in HandedReport.objects.all()} == {"handed_in", "heard"}


def test_the_report_before_the_meeting_counts_every_paper_of_its_year():
    report = AnnualReport.objects.filter(kind="handling").latest("year")
    papers = Suggestion.objects.registered().counted().filter(level=Level.DISTRICT)
    filed = papers.filter(registered_at__year=report.year, registered_at__date__lte=report.counted_on)
    assert report.sheets[0].rows[0].cells[0].value == filed.count()


def test_every_road_is_told(year):
    assert {name for _, name, _ in PLAN} == set(EVERY_ROAD)
    assert Suggestion.objects.count() == TOLD + IN_COMPANY + OF_LETTERS
    assert f"演示区已载入：{TOLD + IN_COMPANY + OF_LETTERS} 件建议" in year


def test_no_two_papers_say_the_same():
    district_papers = Suggestion.objects.of_district()
    assert district_papers.values("title", "facts").distinct().count() == district_papers.count()


def test_the_year_before_is_told_to_its_end():
    year = district_year() - 1
    projects = FundProject.objects.filter(fund__year=year)
    assert projects.count() == 8
    assert all(project.approved == project.paid for project in projects)
    assert set(KeySupervision.objects.filter(year=year).values_list("state", flat=True)) == {"ended"}
    assert {row.state for row in Appraisal.objects.filter(year=year)} == {"published"}
    assert not CarryOver.objects.filter(explained_at=None).exists()
    assert LookBack.objects.filter(year=year, closed_at=None).count() == 1


def test_this_year_is_half_way():
    year = district_year()
    fund = FundYear.objects.get(year=year)
    assert 0 < fund.allotted < fund.pot
    assert {row.state for row in FundProject.objects.filter(fund=fund)} == set(ProjectState) - {ProjectState.CANCELLED}
    assert KeySupervision.objects.filter(year=year, state="active").count() == 4
    colours = set(Commitment.objects.values_list("colour__code", flat=True))
    assert colours >= {"green", "blue", "yellow", "red"}
    assert Suggestion.objects.exclude(raised_before_as=None).exists()


def district_year() -> int:
    return Meeting.objects.sessions().latest("opens_on").opens_on.year


def test_a_second_start_changes_nothing():
    before, said = counts(), StringIO()
    call_command("load_demo", stdout=said)

    assert "数据保持不变" in said.getvalue()
    assert counts() == before


@pytest.mark.parametrize(("model", "states"), [(Suggestion, SuggestionState), (Assignment, AssignmentState)])
def test_something_stands_in_every_state(model, states):
    assert set(model.objects.values_list("state", flat=True)) == set(states) - PASSING


def test_nothing_lies_in_the_future_and_nothing_is_without_a_clock():
    assert not Event.objects.filter(at__gt=models.functions.Now()).exists()
    assert not Suggestion.objects.without_clock().exists()


def test_clocks_of_every_colour_run():

    colours = ("green", "yellow", "orange", "red")
    assert [colour for colour in colours if not Deadline.objects.with_colour(colour, today()).exists()] == []


@pytest.mark.parametrize("one", SIGN_INS, ids=lambda one: one.username)
def test_whoever_is_printed_can_sign_in_and_sees_a_desk(one):
    client = Client()
    answer = client.post(reverse("accounts:login"), {"username": one.username, "password": PASSWORD}, follow=True)

    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == reverse("workbench:desk")
    assert f"{one.name}，" in answer.content.decode()


@pytest.mark.parametrize("row", list(guide.rows()), ids=str)
def test_what_the_guide_promises_is_there(row):
    assert guide.walk(row) == []


def test_the_guide_has_something_for_everybody_who_is_printed():
    told = Counter(row.username for row in guide.rows())
    assert set(told) == {"", *(one.username for one in SIGN_INS)}


def test_some_work_waits_in_every_queue_of_the_printed_people():

    people = User.objects.filter(username__in=[one.username for one in SIGN_INS])
    waiting = {queue.key for user in people for queue in queues_of(user) if queue.rows(user, today()).exists()}
    assert set(QUEUES) - waiting - QUIET == set()


def test_the_township_keeps_its_own_papers():
    clerk = User.objects.get(username="xiangzhen")
    seen = Suggestion.objects.visible_to(clerk)

    assert seen.filter(level=Level.TOWNSHIP).count() == len(TOWNSHIP_PLAN)


def test_the_health_page_finds_nothing_the_demonstration_did():
    found = {finding.key for finding in check_outcomes(timezone.now()).findings if finding.is_trouble}
    # Next year's calendar, and a scheduler that does not run in a test, are not its doing.
    assert {key for key in found if key.startswith(("mail", "suggestions", "deadlines"))} == set()


def test_production_refuses_to_load_it(settings):
    settings.REQUIRE_SETTINGS = True
    with pytest.raises(CommandError, match="正式环境不能载入演示数据"):
        call_command("load_demo")


def test_starting_over_is_refused_on_a_database_of_ones_own(settings):
    settings.EMBEDDED_DATABASE = False
    before = counts()
    with pytest.raises(CommandError, match="清空全部数据"):
        call_command("load_demo", fresh=True)
    assert counts() == before


def test_production_names_the_accounts_that_must_not_be_there(settings):
    settings.REQUIRE_SETTINGS = True
    found = checks.no_demonstration_accounts(databases=["default"])

    assert [error.id for error in found] == ["portal.E007"]
    assert f"等{len(SIGN_INS)}个" in found[0].msg


def test_production_is_content_when_they_are_closed_and_development_never_asks(settings):
    assert checks.no_demonstration_accounts(databases=["default"]) == []
    settings.REQUIRE_SETTINGS = True
    User.objects.filter(username__in=[one.username for one in SIGN_INS]).update(is_active=False)
    assert checks.no_demonstration_accounts(databases=["default"]) == []
    assert checks.no_demonstration_accounts() == []
    assert district.exists()
