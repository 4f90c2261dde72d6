"""Units are pressed for what is late (催办)."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Press
from suggestions.transitions.merge import merge
from suggestions.transitions.press import press, press_many
from suggestions.transitions.request_extension import request_extension

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(road):
    """A part whose first contact and signing are overdue."""
    part = road.part(road.assigned())
    road.later(40)
    return part


def test_the_unit_hears_what_is_late_since_when(road, cast, late, heard, told):
    row = press(late, by=cast.he, at=road.at(), words="请本周办结。")

    assert (row.limit_name, row.due_on.isoformat()) == ("承办单位签收", "2026-03-09")
    assert heard("pressed") == {"feng", "chen"}
    assert "press" in told(late.suggestion)


def test_the_government_office_presses_its_own(road, cast, late):
    assert press(late, by=cast.sun, at=road.at()).pk
    assert list(Assignment.objects.to_press_by(cast.sun)) == [late]
    assert not Assignment.objects.to_press_by(cast.feng).exists()


def test_once_a_day(road, cast, late, refused):
    press(late, by=cast.he, at=road.at())

    refused(press, late, by=cast.xu, at=road.at(), code="state")
    road.later(1)
    press(late, by=cast.he, at=road.at())
    assert Press.objects.count() == 2


def test_only_what_is_late_and_only_by_whoever_assigned(road, cast, refused, late):
    for who in ("lin", "gao", "fang", "zhao", "feng", "chen", "stranger"):
        refused(press, late, by=getattr(cast, who), at=road.at(), code="role")
    fresh = road.part(road.assigned())
    assert "没有逾期" in refused(press, fresh, by=cast.he, at=road.at(), code="state")


def test_the_main_paper_stands_for_the_merged_ones(road, cast, refused):
    main, member = road.registered(), road.registered()
    merge(main, by=cast.he, at=road.at(), members=[member], reason="内容相近。")
    part = road.part(road.assigned(road.fresh(main)))
    road.later(40)

    assert list(Assignment.objects.to_press_by(cast.he)) == [part]
    refused(press, road.part(member), by=cast.he, at=road.at(), code="state")


def test_one_that_may_not_be_pressed_never_stops_the_others(road, cast, late):
    fresh = road.part(road.assigned())

    outcomes = press_many([fresh, late], by=cast.he, now=road.at)

    assert [bool(each.failure) for each in outcomes] == [True, False]
    assert Press.objects.get().assignment == late


def test_a_press_is_kept(road, cast, late):
    row = press(late, by=cast.he, at=road.at())
    with pytest.raises(DatabaseError), transaction.atomic():
        row.delete()


def test_no_unit_is_pressed_for_what_the_office_has_to_decide(road, cast, refused):
    part = road.part(road.contacted())
    wish = {"reason": "须与公交公司协商线路。", "until": date(2026, 7, 31)}
    request_extension(part, by=cast.feng, at=road.at(), **wish)
    road.later(10)

    assert set(Deadline.objects.late_on(road.day).of(part).values_list("kind", flat=True)) == {"extension_decision"}
    assert "没有逾期" in refused(press, part, by=cast.he, at=road.at(), code="state")
