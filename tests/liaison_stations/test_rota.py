"""When a station receives and who sits there: recurrence, holidays, market days, fairness."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.workdays.days import calendar_of
from liaison_stations.rota import Pattern, Seats, Standing, lunar_day, sessions, share_out, told_on, words
from liaison_stations.states.rota import Months, Recurrence, RestDay

# The notice of the State Council for 2026: Spring Festival 15 to 23 February, two Saturdays worked for it.
REST = [(date(2026, 2, day), False, "春节") for day in range(15, 24)]
CALENDAR = calendar_of([*REST, (date(2026, 2, 14), True, "春节补班"), (date(2026, 2, 28), True, "春节补班")], [2026])
SPRING = date(2026, 1, 1), date(2026, 3, 31)


def days(pattern: Pattern, start: date = SPRING[0], end: date = SPRING[1]) -> list[str]:
    return [f"{session.day:%m-%d}" for session in sessions(pattern, start, end, CALENDAR)]


def test_every_tuesday_and_the_one_in_the_festival_is_held_on_the_first_working_day_after_it():
    found = sessions(
        Pattern(Recurrence.WEEKDAY, weekdays=frozenset({1})), date(2026, 2, 1), date(2026, 2, 28), CALENDAR
    )
    # The seventeenth is New Year's Day; it rolls onto the twenty-fourth, a Tuesday itself: one session, not two.
    assert [(session.day, session.planned) for session in found] == [
        (date(2026, 2, day), date(2026, 2, day)) for day in (3, 10, 24)
    ]


def test_what_a_holiday_does_to_a_day_is_the_rule_s_own():
    on_16th = {"days": frozenset({16})}
    february = date(2026, 2, 1), date(2026, 2, 28)
    assert days(Pattern(Recurrence.MONTHDAY, **on_16th), *february) == ["02-24"]
    assert days(Pattern(Recurrence.MONTHDAY, **on_16th, rest_day=RestDay.KEEP), *february) == ["02-16"]
    assert days(Pattern(Recurrence.MONTHDAY, **on_16th, rest_day=RestDay.SKIP), *february) == []


def test_a_day_that_rolled_over_the_start_of_the_period_is_not_lost():
    assert days(Pattern(Recurrence.MONTHDAY, days=frozenset({21})), date(2026, 2, 24), date(2026, 2, 24)) == ["02-24"]


def test_odd_and_even_months_and_a_31st_in_a_short_month():
    last = Pattern(Recurrence.MONTHDAY, days=frozenset({31}), rest_day=RestDay.KEEP)
    assert days(last) == ["01-31", "02-28", "03-31"]
    odd = Pattern(Recurrence.MONTHDAY, days=frozenset({15}), months=Months.ODD)
    assert days(odd) == ["01-15", "03-16"]
    even = Pattern(Recurrence.MONTHDAY, days=frozenset({9, 19}), months=Months.EVEN, rest_day=RestDay.SKIP)
    assert days(even) == ["02-09"]


def test_the_first_and_third_monday_of_a_month():
    pattern = Pattern(Recurrence.WEEKDAY, weekdays=frozenset({0}), weeks=frozenset({1, 3}), rest_day=RestDay.KEEP)
    assert days(pattern) == ["01-05", "01-19", "02-02", "02-16", "03-02", "03-16"]


def test_days_named_one_by_one_only_within_the_period():
    named = frozenset({date(2025, 12, 30), date(2026, 1, 8), date(2026, 3, 5), date(2026, 4, 1)})
    assert days(Pattern(Recurrence.DATES, dates=named)) == ["01-08", "03-05"]


def test_market_days_by_the_lunar_month():
    market = Pattern(Recurrence.MARKET, market=frozenset({5, 0}), rest_day=RestDay.KEEP)
    # 正月初一 is 17 February 2026: fifth, tenth … of the month fall on the 21st, the 26th, and the next on 3 March.
    found = days(market, date(2026, 2, 17), date(2026, 3, 18))
    assert found == ["02-21", "02-26", "03-03", "03-08", "03-13", "03-18"]


def test_the_lunar_calendar_agrees_with_the_official_holiday_notices():
    """Another source than ours: the notices lay the rest around 五月初五 and 八月十五."""
    festivals = {"Dragon Boat Festival": 5, "Mid-autumn Festival": 15}
    found = defaultdict(list)
    for day in (date(2008, 1, 1) + timedelta(days=n) for n in range(365 * 18)):
        name = chinese_calendar.get_holiday_detail(day)[1]
        if name in festivals:
            found[day.year, name].append(lunar_day(day))
    assert len(found) >= 34
    assert all(min(days) <= festivals[name] <= max(days) for (_, name), days in found.items())


@pytest.mark.parametrize("new_year", [(2005, 2, 9), (2017, 1, 28), (2023, 1, 22), (2025, 1, 29), (2026, 2, 17)])
def test_the_spring_festival_is_the_first_of_its_month(new_year):
    assert lunar_day(date(*new_year)) == 1
    assert lunar_day(date(*new_year) - timedelta(days=1)) in (29, 30)


@settings(max_examples=60, deadline=None)
@given(start=st.dates(date(1900, 2, 1), date(2100, 11, 1)))
def test_lunar_days_run_on_without_a_gap(start):
    run = [lunar_day(start + timedelta(days=n)) for n in range(32)]
    assert all(after == before + 1 or (before in (29, 30) and after == 1) for before, after in pairwise(run))


@pytest.mark.parametrize("day", [date(1900, 1, 30), date(2101, 1, 1)])
def test_outside_of_the_table_is_an_error_not_a_guess(day):
    with pytest.raises(ValueError, match="no lunar calendar"):
        lunar_day(day)


patterns = st.builds(
    Pattern,
    kind=st.sampled_from([Recurrence.WEEKDAY, Recurrence.MONTHDAY, Recurrence.MARKET]),
    weekdays=st.frozensets(st.integers(0, 6)),
    days=st.frozensets(st.integers(1, 31)),
    market=st.frozensets(st.integers(0, 9)),
    months=st.sampled_from(Months),
    rest_day=st.sampled_from(RestDay),
)


@settings(max_examples=40, deadline=None)
@given(pattern=patterns, start=st.dates(date(2026, 1, 1), date(2026, 6, 1)), cut=st.integers(1, 60))
def test_two_halves_of_a_period_give_the_whole(pattern, start, cut):
    """What a keeper arranges in two goes is what he would have got in one; each day once, in order."""
    end, middle = start + timedelta(days=60), start + timedelta(days=cut - 1)
    whole = [found.day for found in sessions(pattern, start, end, CALENDAR)]
    first = [found.day for found in sessions(pattern, start, middle, CALENDAR)]
    second = [found.day for found in sessions(pattern, middle + timedelta(days=1), end, CALENDAR)]
    assert first + second == whole == sorted(set(whole))
    if pattern.rest_day != RestDay.KEEP:
        assert all(CALENDAR.is_workday(day) for day in whole)


people_and_seats = st.integers(1, 9).flatmap(
    lambda n: st.tuples(st.just([f"代表{i}" for i in range(n)]), st.integers(1, n), st.integers(1, 40))
)


@settings(max_examples=80, deadline=None)
@given(people_and_seats)
def test_everybody_gets_the_same_number_of_turns_give_or_take_one(drawn):
    names, seats, count = drawn
    wanted = [Seats(date(2026, 1, 6) + timedelta(days=7 * n), seats) for n in range(count)]
    shared = share_out(wanted, {name: Standing() for name in names})
    turns = Counter(name for sitting in shared for name in sitting)
    assert sum(turns.values()) == seats * count
    assert max(turns[name] for name in names) - min(turns[name] for name in names) <= 1
    assert all(len(set(sitting)) == seats for sitting in shared)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.integers(10, 30))
def test_an_uneven_start_is_made_even(had, count):
    people = {place: Standing(turns=turns) for place, turns in enumerate(had)}
    wanted = [Seats(date(2026, 1, 6) + timedelta(days=n), 1) for n in range(count)]
    new = Counter(name for sitting in share_out(wanted, people) for name in sitting)
    total = [turns + new[place] for place, turns in enumerate(had)]
    if sum(max(had) - turns for turns in had) <= count:
        assert max(total) - min(total) <= 1


def test_a_newcomer_does_not_pay_for_the_turns_he_was_not_there_for():
    people = {"老": Standing(turns=6, last=date(2026, 1, 1)), "新": Standing(joined=True)}
    shared = share_out([Seats(date(2026, 6, day), 1) for day in (1, 2, 3, 4)], people)
    assert Counter(name for sitting in shared for name in sitting) == {"老": 2, "新": 2}


def test_whoever_is_away_that_day_is_passed_over_and_comes_next():
    day, week = date(2026, 6, 2), timedelta(days=7)
    people = {"甲": Standing(blocked=frozenset({day})), "乙": Standing()}
    assert share_out([Seats(day, 1), Seats(day + week, 1)], people) == [["乙"], ["甲"]]
    assert share_out([Seats(day, 2)], {"甲": people["甲"]}) == [[]]
    assert told_on(day, 3) == date(2026, 5, 30)


def test_morning_and_afternoon_of_one_day_are_not_the_same_deputy_s():
    day = date(2026, 6, 2)
    people = {"甲": Standing(), "乙": Standing()}
    assert share_out([Seats(day, 1), Seats(day, 2)], people) == [["甲"], ["乙"]]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (Pattern(Recurrence.WEEKDAY, weekdays=frozenset({1})), "每周二"),
        (Pattern(Recurrence.WEEKDAY, weekdays=frozenset({0}), weeks=frozenset({1, 3})), "每月第一个、第三个星期一"),
        (Pattern(Recurrence.MONTHDAY, days=frozenset({9, 19})), "每月9日、19日"),
        (Pattern(Recurrence.MONTHDAY, days=frozenset({15}), months=Months.ODD), "单月15日"),
        (Pattern(Recurrence.MARKET, market=frozenset({5, 0})), "农历逢五、逢十"),
        (Pattern(Recurrence.DATES, dates=frozenset({date(2026, 9, 1)})), "指定的1个日期"),
    ],
)
def test_a_rule_in_words(pattern, said):
    assert words(pattern) == said
