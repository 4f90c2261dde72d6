from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from foundation.deadlines.milestones import Mark, falls_on, next_day, select
from foundation.deadlines.reference import LONG
from foundation.workdays.days import calendar_of

# 1–3 May is a holiday, Saturday 9 May is worked.
CALENDAR = calendar_of(
    [(date(2026, 5, d), False, "劳动节") for d in range(1, 6)] + [(date(2026, 5, 9), True, "劳动节调休")], [2026]
)
MARKS = [Mark(n, before, "day", repeat, level) for n, (before, repeat, level, _) in enumerate(LONG)]
DUE = date(2026, 6, 2)
START = date(2026, 3, 2)

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
marks = st.lists(
    st.builds(
        Mark,
        pk=st.integers(1, 99),
        days_before=st.integers(-20, 40),
        unit=st.sampled_from(["day", "workday"]),
        repeat_every=st.none(),
        level=st.integers(1, 3),
    )
    | st.builds(Mark, pk=st.integers(100, 199), days_before=st.integers(-20, -1), repeat_every=st.integers(1, 14)),
    max_size=6,
    unique_by=lambda mark: (mark.days_before, mark.unit),
)


def told(through: date, on: date) -> int | None:
    found = select(CALENDAR, MARKS, DUE, through=through, on=on).latest
    return (DUE - found.day).days if found else None


def test_each_milestone_of_the_reply_falls_on_its_day():
    assert [(DUE - falls_on(CALENDAR, mark, DUE)).days for mark in MARKS] == [30, 15, 7, 3, 1, 0, -7]
    assert told(START, DUE - timedelta(days=31)) is None
    assert told(START, DUE - timedelta(days=30)) == 30
    assert told(DUE - timedelta(days=30), DUE - timedelta(days=16)) is None
    assert told(DUE, DUE + timedelta(days=7)) == -7
    assert told(DUE + timedelta(days=7), DUE + timedelta(days=20)) == -14


def test_a_milestone_on_or_before_the_start_is_not_owed():
    assert told(DUE - timedelta(days=15), DUE - timedelta(days=15)) is None
    assert told(DUE - timedelta(days=16), DUE - timedelta(days=15)) == 15


def test_of_an_outage_only_the_latest_is_told():
    found = select(CALENDAR, MARKS, DUE, through=START, on=DUE + timedelta(days=15))
    assert (DUE - found.latest.day).days == -14
    assert [(DUE - missed.day).days for missed in found.superseded] == [30, 15, 7, 3, 1, 0, -7]
    assert found.next_on == DUE + timedelta(days=21)


def test_working_days_before_and_after_step_over_rest_days():
    assert falls_on(CALENDAR, Mark(1, 1, "workday"), date(2026, 5, 6)) == date(2026, 4, 30)
    assert falls_on(CALENDAR, Mark(1, 0, "workday"), date(2026, 5, 6)) == date(2026, 5, 6)
    assert falls_on(CALENDAR, Mark(1, -1, "workday"), date(2026, 5, 8)) == date(2026, 5, 9)


def test_nothing_is_left_after_the_last_of_a_window():
    found = select(CALENDAR, [Mark(1, 1, "day")], DUE, through=START, on=DUE)
    assert (found.latest.mark.pk, found.next_on) == (1, None)


@given(marks, days, days, days)
def test_what_is_told_lies_after_what_was_and_not_in_the_future(marks, due, through, on):
    found = select(CALENDAR, marks, due, through=through, on=on)
    occurrences = [*found.superseded, *([found.latest] if found.latest else [])]
    assert all(through < occurrence.day <= on for occurrence in occurrences)
    assert [o.day for o in occurrences] == sorted(o.day for o in occurrences)
    assert found.next_on is None or found.next_on > max(through, on)


@given(marks, days, st.lists(days, min_size=3, max_size=3))
def test_one_look_or_two_see_the_same_milestones(marks, due, three):
    through, middle, on = sorted(three)

    def seen(after, until):
        found = select(CALENDAR, marks, due, through=after, on=until)
        return sorted((o.day, o.mark.pk) for o in [*found.superseded, *([found.latest] if found.latest else [])])

    assert sorted(seen(through, middle) + seen(middle, on)) == seen(through, on)


@given(marks, days, days)
def test_the_next_day_is_the_first_on_which_something_is_told(marks, due, after):
    following = next_day(CALENDAR, marks, due, after)
    if following is None:
        assert select(CALENDAR, marks, due, through=after, on=after + timedelta(days=400)).latest is None
    else:
        assert select(CALENDAR, marks, due, through=after, on=following).latest.day == following
        assert select(CALENDAR, marks, due, through=after, on=following - timedelta(days=1)).latest is None
