"""The calendar of supervision: floors counted backwards, what is late above, one's own, the feed for a telephone."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from foundation.deadlines.feeding import calendar_of
from supervision.transitions import undertakings
from tests.supervision import hand
from tests.supervision.hand import AT

CALENDAR = reverse("supervision:undertaking-calendar")


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_a_month_shows_meetings_and_days_counted_backwards(cast, signed_in):
    hand.begun(cast)
    fang = signed_in(cast.fang)
    may = fang.get(CALENDAR, {"month": "2026-05"}).text
    assert "2026年5月监督日历" in may
    for words in ("常委会会议听取", "报送报告征求意见稿（区交通局），会议前20日", "会议前7日", "法定期限"):
        assert words in may, words
    assert "会议前20日" not in fang.get(CALENDAR, {"month": "2026-06"}).text
    whole = fang.get(CALENDAR, {"year": "2026"}).text
    assert 'href="?month=2026-05"' in whole
    for odd in ("x", "0001-01", "2026-13", "９９９９-01"):
        assert "2026年3月监督日历" in fang.get(CALENDAR, {"month": odd}).text
    assert signed_in(cast.feng).get(CALENDAR).status_code == 403


def test_what_is_late_stands_above_in_every_month(cast, signed_in):
    hand.begun(cast)
    with time_machine.travel(AT + timedelta(days=20)):
        shown = signed_in(cast.he).get(CALENDAR, {"month": "2026-08"}).text
    assert "逾期未完成（1）" in shown
    assert "通知报告单位" in shown


def test_ones_own_are_shown_alone(cast, signed_in):
    hand.begun(cast)
    facts = {"committee": cast.deputies_committee, "by": cast.he, "title": "另一项监督"}
    undertakings.begin_undertaking(hand.planned(cast, **facts).pk, by=cast.he, at=AT)
    fang, asked = signed_in(cast.fang), {"month": "2026-05"}
    assert "另一项监督" in fang.get(CALENDAR, asked).text
    mine = fang.get(CALENDAR, {**asked, "mine": "1"}).text
    assert ("另一项监督" in mine, "公共交通" in mine) == (False, True)


def test_a_month_costs_the_same_with_one_and_with_three(cast, signed_in):
    fang = signed_in(cast.fang)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert fang.get(CALENDAR, {"month": "2026-05"}).status_code == 200
        return len(queries)

    hand.begun(cast)
    cost()
    first = cost()
    for number in (2, 3):
        hand.begun(cast, title=f"第{number}项监督")
    assert cost() == first


def test_the_feed_of_a_telephone_holds_the_meetings_one_may_know_of(cast):
    def told(user):
        events = Calendar.from_ical(calendar_of(user)).walk("VEVENT")
        return [event for event in events if str(event["uid"]).startswith("undertaking-")]

    row = hand.begun(cast)
    hand.begun(cast, "special_check", title="夜查", hidden_until=(AT + timedelta(days=9)).date(), level="council")
    for person in (cast.fang, cast.zhao, cast.feng):
        (event,) = [found for found in told(person) if "公共交通" in str(found["summary"])]
        assert event["dtstart"].dt == hand.MEETING
    assert "夜查" in " ".join(str(event["summary"]) for event in told(cast.fang))
    assert "夜查" not in " ".join(str(event["summary"]) for event in told(cast.feng))
    assert told(cast.lin) == []
    undertakings.set_meeting(row.pk, meeting_on=hand.MEETING + timedelta(days=7), by=cast.fang, at=AT)
    (moved,) = told(cast.feng)
    assert moved["dtstart"].dt == hand.MEETING + timedelta(days=7)
