"""What must hold for any calendar, any day and any number (one test, one property)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from foundation.workdays.days import calendar_of

FIRST, LAST = date(2022, 1, 1), date(2030, 12, 31)
ONE = timedelta(days=1)

days = st.dates(FIRST, LAST)
counts = st.integers(0, 130)
months = st.integers(0, 60)


@st.composite
def calendars(draw):
    """Any official-looking calendar: at most 40 named days, some years official."""
    named = draw(st.dictionaries(days, st.booleans(), max_size=40))
    years = draw(st.sets(st.integers(2022, 2030)))
    return calendar_of([(day, worked, "名") for day, worked in named.items()], years)


anything = given(calendars(), days, counts)
two_days = given(calendars(), days, days)


def walk(calendar, start, end):
    """The working days after `start` up to `end`, counted one by one."""
    return sum(calendar.is_workday(start + ONE * n) for n in range(1, (end - start).days + 1))


@anything
def test_p01_the_due_day_is_worked(calendar, start, n):
    assert n == 0 or calendar.is_workday(calendar.add_workdays(start, n))


@anything
def test_p02_exactly_n_working_days_lie_after_the_start(calendar, start, n):
    assert walk(calendar, start, calendar.add_workdays(start, n)) == n


@anything
def test_p03_adding_in_two_steps_is_adding_at_once(calendar, start, n):
    half = n // 2
    assert calendar.add_workdays(calendar.add_workdays(start, half), n - half) == calendar.add_workdays(start, n)


@anything
def test_p04_counting_inverts_adding(calendar, start, n):
    assert calendar.workdays_between(start, calendar.add_workdays(start, n)) == n


@anything
def test_p05_more_days_are_never_due_earlier(calendar, start, n):
    assert calendar.add_workdays(start, n + 1) > calendar.add_workdays(start, n)


@two_days
def test_p06_a_later_start_is_never_due_earlier(calendar, one, other):
    first, second = sorted((one, other))
    assert calendar.add_workdays(first, 5) <= calendar.add_workdays(second, 5)


@anything
def test_p07_back_and_forth_comes_back_to_a_worked_start(calendar, start, n):
    begin = calendar.next_workday(start)
    assert calendar.add_workdays(calendar.add_workdays(begin, n), -n) == begin


@two_days
def test_p08_the_quick_count_equals_the_walk(calendar, one, other):
    first, second = sorted((one, other))
    assert calendar.workdays_between(first, second) == walk(calendar, first, second)


@two_days
def test_p09_counting_backwards_is_the_negative(calendar, one, other):
    assert calendar.workdays_between(one, other) == -calendar.workdays_between(other, one)


@given(calendars(), days, days, days)
def test_p10_counts_add_up(calendar, one, two, three):
    between = calendar.workdays_between
    assert between(one, two) + between(two, three) == between(one, three)


@two_days
def test_p11_never_more_working_days_than_days(calendar, one, other):
    assert abs(calendar.workdays_between(one, other)) <= abs((other - one).days)


@anything
def test_p12_next_workday_is_worked_and_the_first(calendar, start, n):
    found = calendar.next_workday(start)
    assert calendar.is_workday(found)
    assert walk(calendar, start - ONE, found) == 1


@anything
def test_p13_next_workday_of_a_worked_day_is_itself(calendar, start, n):
    found = calendar.next_workday(start)
    assert calendar.next_workday(found) == found


@given(calendars(), days, months)
def test_p14_months_keep_the_day_or_take_the_last(calendar, start, n):
    due = calendar.add_months(start, n)
    assert due.day == start.day or (due.day < start.day and (due + ONE).day == 1)


@given(calendars(), days, months)
def test_p15_months_land_in_the_right_month(calendar, start, n):
    due = calendar.add_months(start, n)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == n


@given(calendars(), days, days, months)
def test_p16_a_later_start_is_never_due_earlier_in_months(calendar, one, other, n):
    first, second = sorted((one, other))
    assert calendar.add_months(first, n) <= calendar.add_months(second, n)
    assert calendar.add_months(first, n, roll=True) <= calendar.add_months(second, n, roll=True)


@given(calendars(), days, months)
def test_p17_rolling_ends_on_a_working_day(calendar, start, n):
    assert calendar.is_workday(calendar.add_months(start, n, roll=True))


@given(calendars(), days, months)
def test_p18_rolling_never_shortens_and_only_skips_rest_days(calendar, start, n):
    plain, rolled = calendar.add_months(start, n), calendar.add_months(start, n, roll=True)
    assert plain <= rolled
    assert walk(calendar, plain - ONE, rolled) == 1


@given(calendars(), days, months)
def test_p19_months_there_and_back_never_pass_the_start(calendar, start, n):
    assert start - ONE * 3 <= calendar.add_months(calendar.add_months(start, n), -n) <= start


@given(calendars(), days)
def test_p20_a_year_is_twelve_months(calendar, start):
    due = calendar.add_months(start, 12)
    assert (due.month, due.day) == (start.month, start.day) or (start.month, start.day, due.day) == (2, 29, 28)


@two_days
def test_p21_provisional_does_not_ask_for_the_order(calendar, one, other):
    assert calendar.is_provisional(one, other) == calendar.is_provisional(other, one)


@given(calendars(), days, days, days)
def test_p22_a_longer_period_is_provisional_whenever_a_shorter_is(calendar, one, two, three):
    first, middle, last = sorted((one, two, three))
    assert not calendar.is_provisional(first, middle) or calendar.is_provisional(first, last)


@two_days
def test_p23_named_days_lie_after_the_start_up_to_the_end_in_order(calendar, one, other):
    first, second = sorted((one, other))
    found = [special.date for special in calendar.special_days_between(first, second)]
    assert found == sorted({special.date for special in calendar.specials if first < special.date <= second})


@anything
def test_p24_a_new_holiday_never_brings_a_due_day_forward(calendar, start, n):
    holiday = calendar.add_workdays(start, 1)
    others = [special for special in calendar.specials if special.date != holiday]
    changed = calendar_of([*others, (holiday, False, "新")], calendar.official_years)
    assert changed.add_workdays(start, n) >= calendar.add_workdays(start, n)


@given(days, counts)
def test_p25_without_named_days_a_week_has_five_working_days(start, n):
    plain = calendar_of([], [])
    assert plain.workdays_between(start, start + timedelta(weeks=n)) == n * 5


@given(calendars(), days)
def test_p26_the_order_of_the_rows_does_not_matter(calendar, day):
    turned = calendar_of(reversed(calendar.specials), calendar.official_years)
    assert turned == calendar
    assert turned.workdays_between(FIRST, day) == calendar.workdays_between(FIRST, day)
