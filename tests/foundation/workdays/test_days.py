from datetime import date

import pytest

from foundation.workdays.days import Calendar


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 3, 31), 3, date(2026, 6, 30)),  # no 31 June: the month's last day (Civil Code 202)
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2026, 3, 15), 3, date(2026, 6, 15)),
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last(official, start, months, due):
    assert official.add_months(start, months) == due


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 7, 1), 3, date(2026, 10, 8)),  # 1 October opens a week of holidays
        (date(2025, 11, 15), 3, date(2026, 2, 24)),  # Spring Festival 15 to 23 February
        (date(2026, 2, 9), 3, date(2026, 5, 9)),  # a Saturday that is worked: no roll
        (date(2026, 2, 10), 3, date(2026, 5, 11)),  # an ordinary Sunday
        (date(2026, 4, 10), 6, date(2026, 10, 10)),  # make-up Saturday after National Day
    ],
)
def test_a_rest_day_at_the_end_moves_to_the_next_working_day(official, start, months, due):
    assert official.add_months(start, months, roll=True) == due


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # Saturday before Spring Festival is worked
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 2, 13), 5, date(2026, 2, 27)),
        (date(2026, 2, 13), 6, date(2026, 2, 28)),  # Saturday after it, too
        (date(2026, 2, 17), 1, date(2026, 2, 24)),  # started in the middle of the holidays
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2025, 12, 31), 1, date(2026, 1, 4)),  # a Sunday that is worked, across the year's end
        (date(2026, 3, 2), 5, date(2026, 3, 9)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 2, 24), -1, date(2026, 2, 14)),
    ],
)
def test_working_days_leave_out_the_start_and_the_holidays(official, start, n, due):
    assert official.add_workdays(start, n) == due


def test_working_days_between_counts_the_end_and_not_the_start(official):
    assert official.workdays_between(date(2026, 2, 13), date(2026, 2, 28)) == 6
    assert official.workdays_between(date(2026, 2, 28), date(2026, 2, 13)) == -6
    assert official.workdays_between(date(2026, 2, 15), date(2026, 2, 23)) == 0
    assert official.workdays_between(date(2026, 2, 14), date(2026, 2, 14)) == 0


def test_named_days_between(official):
    found = official.special_days_between(date(2026, 1, 2), date(2026, 1, 4))
    assert found == [(date(2026, 1, 3), False, "元旦"), (date(2026, 1, 4), True, "元旦调休")]


def test_a_year_without_notice_is_monday_to_friday_and_provisional(official):
    assert official.is_workday(date(2027, 1, 1))  # a Friday; the notice of 2027 is not out
    assert not official.is_workday(date(2027, 1, 2))
    assert official.is_provisional(date(2026, 11, 2), date(2027, 2, 2))
    assert official.is_provisional(date(2027, 2, 2), date(2026, 11, 2))
    assert not official.is_provisional(date(2026, 9, 30), date(2026, 12, 31))
    assert Calendar().is_provisional(date(2026, 1, 1), date(2026, 1, 2))


def test_months_beyond_the_calendar_of_the_language_are_refused(official):
    with pytest.raises(ValueError, match="year"):
        official.add_months(date(2026, 1, 1), 12 * 9000)
