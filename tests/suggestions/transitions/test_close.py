import pytest

from foundation.deadlines.reminding import remind_due
from suggestions.models import Rating
from suggestions.states import SuggestionState
from suggestions.transitions.close import close_unstated
from suggestions.transitions.urge_rating import urge_rating

pytestmark = pytest.mark.django_db


def asked(road, paper, times=3):
    for _ in range(times):
        urge_rating(paper, by=road.cast.he, at=road.at())
    return road.fresh(paper)


def test_silence_after_three_askings_is_noted_and_never_a_grade(road, cast, heard, clocks):
    paper = asked(road, road.replied())
    # The rating period ends on 23 March.
    road.later(22)

    paper = close_unstated(paper, by=cast.he, at=road.at(), version=paper.version)

    assert (paper.state, paper.ending) == (SuggestionState.CLOSED, "not_stated")
    assert paper.current_round().not_stated is True
    assert not Rating.objects.exists()
    assert clocks(paper) == {}
    assert heard("closed") == {"lin", "feng", "chen"}


def test_reminders_of_the_clock_count_as_askings(road, cast):
    paper = road.replied()
    for day in (16, 20, 23):
        remind_due(road.day.replace(day=day))
    road.later(22)

    assert close_unstated(paper, by=cast.he, at=road.at()).state == SuggestionState.CLOSED


def test_a_promise_outlives_silence(road, cast):
    paper = asked(road, road.promised())
    road.later(22)

    assert close_unstated(paper, by=cast.he, at=road.at()).state == SuggestionState.TRACKING


def test_not_within_the_period_nor_before_he_was_asked(road, cast, refused):
    paper = asked(road, road.replied(), times=2)
    assert "2026年3月23日" in refused(close_unstated, paper, by=cast.he, at=road.at(days=21), code="date")
    assert "催请" in refused(close_unstated, paper, by=cast.he, at=road.at(days=22), code="state")


def test_only_by_the_office(road, cast, refused):
    paper = asked(road, road.replied())
    for who in ("lin", "sun", "feng", "zhao", "wei", "stranger"):
        refused(close_unstated, paper, by=getattr(cast, who), at=road.at(days=22), code="role")


def test_not_while_handled_and_not_twice(road, cast, refused):
    refused(close_unstated, road.handling(), by=cast.he, at=road.at(), code="state")
    refused(close_unstated, road.closed(), by=cast.he, at=road.at(), code="state")
