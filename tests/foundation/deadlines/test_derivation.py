from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.deadlines.derivation import Change, Rule, derive, statutory_end
from foundation.workdays.days import calendar_of
from foundation.workdays.loading import published_days

CALENDAR = calendar_of(
    [day for year in (2024, 2025, 2026) for day in published_days(year)], [2024, 2025, 2026], "stamp"
)
starts = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def rule(amount=3, unit="month", roll=True, months=6):
    return Rule("reply", "答复代表", amount, unit, "交办之日", roll, "代表法第五十一条", date(2000, 1, 1), months)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        (date(2026, 3, 31), 3, "month", date(2026, 6, 30)),  # no 31 June: the last day of the month
        (date(2025, 11, 30), 3, "month", date(2026, 2, 28)),  # a Saturday, but a make-up workday
        (date(2023, 11, 30), 3, "month", date(2024, 2, 29)),  # leap day
        (date(2026, 7, 1), 3, "month", date(2026, 10, 8)),  # 1 October: over the whole holiday
        (date(2026, 2, 28), 3, "month", date(2026, 5, 28)),  # a shorter month gives no further days back
        (date(2026, 3, 2), 3, "month", date(2026, 6, 2)),
        (date(2026, 4, 29), 5, "workday", date(2026, 5, 9)),  # Labour Day, and the Saturday worked in its stead
        (date(2026, 2, 13), 1, "workday", date(2026, 2, 14)),
        (date(2026, 6, 12), 7, "day", date(2026, 6, 22)),  # 19 June is the Dragon Boat Festival
    ],
)
def test_due_dates_by_the_civil_code(start, amount, unit, due):
    assert derive(CALENDAR, rule(amount, unit), start).due == due


def test_without_rolling_the_last_day_stays_where_it_falls():
    found = derive(CALENDAR, rule(roll=False), date(2026, 7, 1))
    assert (found.due, found.facts["rolled_over"]) == (date(2026, 10, 1), [])


def test_the_steps_are_kept():
    facts = derive(CALENDAR, rule(), date(2026, 7, 1)).facts
    assert facts["end"] == "2026-10-01"
    assert [day for day, _ in facts["rolled_over"]] == [f"2026-10-0{n}" for n in range(1, 8)]
    assert {name for _, name in facts["rolled_over"]} == {"国庆节"}
    counted = derive(CALENDAR, rule(5, "workday"), date(2026, 4, 29)).facts
    assert counted["skipped"] == [["2026-05-01", "劳动节"], ["2026-05-04", "劳动节"], ["2026-05-05", "劳动节"]]
    assert counted["worked"] == [["2026-05-09", "劳动节调休"]]


def test_a_year_without_notice_makes_the_date_provisional_only_where_it_matters():
    assert derive(CALENDAR, rule(), date(2026, 10, 9)).facts["provisional_years"] == [2027]
    assert not derive(CALENDAR, rule(), date(2026, 9, 29)).provisional
    assert not derive(CALENDAR, rule(roll=False), date(2026, 10, 9)).provisional
    assert derive(CALENDAR, rule(20, "workday"), date(2026, 12, 20)).provisional
    fixed = [Change(until=date(2027, 2, 1), reason="难", on=date(2026, 12, 1))]
    assert not derive(CALENDAR, rule(), date(2026, 10, 9), changes=fixed).provisional


def test_months_of_an_extension_count_from_the_start():
    change = Change(amount=3, unit="month", reason="难", on=date(2026, 4, 1))
    found = derive(CALENDAR, rule(), date(2025, 11, 30), changes=[change])
    assert (found.original_due, found.due) == (date(2026, 2, 28), date(2026, 6, 1))  # 30 May is a Saturday


def test_other_units_count_from_the_present_due_date():
    changes = [Change(amount=1, unit="day", on=date(2026, 5, 1)), Change(amount=1, unit="month", on=date(2026, 5, 2))]
    found = derive(CALENDAR, rule(), date(2026, 3, 2), changes=changes)
    assert [change["after"] for change in found.facts["changes"]] == ["2026-06-03", "2026-07-03"]


def test_an_agreed_day_needs_to_be_given():
    with pytest.raises(ValueError, match="agreed date"):
        derive(CALENDAR, rule(unit="date"), date(2026, 3, 2))


@given(starts, st.integers(1, 12))
def test_a_longer_limit_never_ends_earlier(start, amount):
    for unit in ("day", "workday", "month"):
        assert derive(CALENDAR, rule(amount, unit), start).due <= derive(CALENDAR, rule(amount + 1, unit), start).due


@given(starts, st.integers(1, 60), st.sampled_from(["day", "workday"]))
def test_a_rolled_date_is_worked_and_never_earlier(start, amount, unit):
    found, plain = derive(CALENDAR, rule(amount, unit), start), derive(CALENDAR, rule(amount, unit, roll=False), start)
    assert CALENDAR.is_workday(found.due)
    assert found.due >= plain.due
    assert all(not CALENDAR.is_workday(plain.due + timedelta(days=n)) for n in range((found.due - plain.due).days))


@given(starts, st.integers(1, 3))
def test_three_and_three_months_are_the_statutory_six(start, more):
    change = Change(amount=more, unit="month", reason="难", on=start)
    due = derive(CALENDAR, rule(), start, changes=[change]).due
    assert due <= statutory_end(CALENDAR, rule(), start)
    assert (due == statutory_end(CALENDAR, rule(), start)) == (more == 3)


@given(starts, st.integers(0, 30), st.integers(0, 30))
def test_a_pause_moves_the_date_by_at_least_its_length_in_calendar_days(start, wait, length):
    pause = Change(paused=(start + timedelta(days=wait), start + timedelta(days=wait + length)), reason="等待")
    plain, found = derive(CALENDAR, rule(40, "day"), start), derive(CALENDAR, rule(40, "day"), start, changes=[pause])
    assert (found.due - plain.due).days >= length
    assert found.original_due == plain.due
