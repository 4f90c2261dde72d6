from datetime import date

import pytest
from django.core.signals import request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from foundation.workdays import arithmetic, calendar
from foundation.workdays.models import CalendarYear, SpecialDay

WEDNESDAY = date(2026, 3, 4)


@pytest.fixture(autouse=True)
def _nothing_kept(db):
    calendar.compare_again()
    yield
    calendar.compare_again()


def next_request() -> None:
    # As Django's test client does: the signal would otherwise close the test's connection.
    request_started.disconnect(close_old_connections)
    request_started.send(sender=None)
    request_started.connect(close_old_connections)


def queries(action) -> int:
    with CaptureQueriesContext(connection) as seen:
        action()
    return len(seen)


def test_a_page_asks_the_database_once_however_many_dates_it_shows():
    calendar.current_calendar()
    next_request()
    assert queries(lambda: [arithmetic.add_workdays(WEDNESDAY, n) for n in range(20)]) == 1


def test_a_saved_day_counts_at_once():
    assert arithmetic.is_workday(WEDNESDAY)
    SpecialDay.objects.create(date=WEDNESDAY, name="临时放假", year_id=2026)
    assert not arithmetic.is_workday(WEDNESDAY)


def test_rows_changed_behind_our_back_count_from_the_next_request_on():
    assert arithmetic.is_workday(WEDNESDAY)
    SpecialDay.objects.bulk_create([SpecialDay(date=WEDNESDAY, name="临时放假", year_id=2026)])
    next_request()
    assert not arithmetic.is_workday(WEDNESDAY)


def test_the_fingerprint_follows_days_and_official_years():
    seen = [calendar.fingerprint()]
    SpecialDay.objects.filter(date=date(2026, 10, 1)).update(is_workday=True)
    seen.append(calendar.fingerprint())
    CalendarYear.objects.filter(year=2026).update(is_official=False)
    seen.append(calendar.fingerprint())
    assert len(set(seen)) == 3


def test_a_year_marked_not_official_makes_its_dates_provisional():
    assert not arithmetic.is_provisional(WEDNESDAY, WEDNESDAY)
    year = CalendarYear.objects.get(year=2026)
    year.is_official = False
    year.save()
    assert arithmetic.is_provisional(WEDNESDAY, WEDNESDAY)


def test_all_questions_are_answered_by_the_rows():
    holiday = date(2026, 10, 1)
    assert arithmetic.next_workday(holiday) == date(2026, 10, 8)
    assert arithmetic.add_months(date(2026, 7, 1), 3, roll=True) == date(2026, 10, 8)
    assert arithmetic.workdays_between(date(2026, 9, 30), date(2026, 10, 10)) == 3
    assert arithmetic.special_days_between(date(2026, 9, 30), holiday) == [(holiday, False, "国庆节")]
