from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from foundation import deadlines
from foundation.deadlines.models import Deadline, LightThreshold
from foundation.deadlines.schedule import refresh

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
DUE = date(2026, 6, 2)


def start(subject, kind="reply", **kwargs):
    return deadlines.start(kind, subject, on=DAY, by=None, at=timezone.make_aware(datetime(2026, 3, 2)), **kwargs)


@pytest.mark.parametrize(
    ("left", "colour", "text"),
    [
        (16, "green", "还有 16 天"),
        (15, "yellow", "还有 15 天"),
        (8, "yellow", "还有 8 天"),
        (7, "orange", "还有 7 天"),
        (0, "orange", "今日到期"),
        (-1, "red", "已逾期 1 天"),
    ],
)
def test_colour_and_words_by_days_left(unit, left, colour, text):
    light = deadlines.light(start(unit), DUE - timedelta(days=left))
    assert (light.colour, light.text, light.days_left, light.provisional) == (colour, text, left, False)


def test_a_short_clock_turns_later(unit):
    clock = start(unit, "screening")
    assert clock.due_on == date(2026, 3, 9)
    assert [deadlines.light(clock, date(2026, 3, day)).colour for day in (6, 7, 8, 9, 10)] == [
        "green",
        "yellow",
        "orange",
        "orange",
        "red",
    ]


def test_a_window_closes_and_is_never_overdue(unit):
    clock = start(unit, "objection")
    light = deadlines.light(clock, date(2026, 3, 20))
    assert (light.colour, light.text) == ("late-met", "申请期已过")
    assert not Deadline.objects.overdue_on(date(2026, 3, 20)).exists()


@pytest.mark.parametrize(
    ("day", "shown"), [(DUE, ("met", "按期办结")), (DUE + timedelta(days=3), ("late-met", "逾期 3 天办结"))]
)
def test_what_was_done_late_never_looks_like_what_was_done_in_time(unit, day, shown):
    clock = start(unit)
    deadlines.meet("reply", unit, at=timezone.make_aware(datetime.combine(day, time(9))))
    clock.refresh_from_db()
    light = deadlines.light(clock, DUE + timedelta(days=9))
    assert (light.colour, light.text) == shown


def test_an_edited_threshold_reaches_running_clocks(unit, other_unit):
    clock, other = start(unit), start(other_unit, "co_opinion")
    LightThreshold.objects.create(limit_key="reply", yellow_days=40, orange_days=20)
    assert refresh(["reply"]) == 1
    clock.refresh_from_db()
    assert deadlines.light(clock, DUE - timedelta(days=40)).colour == "yellow"
    assert deadlines.light(clock, DUE - timedelta(days=20)).colour == "orange"
    other.refresh_from_db()
    assert other.yellow_on == other.due_on - timedelta(days=10)


def test_overdue_on_a_past_day_counts_what_was_overdue_then(unit):
    start(unit)
    deadlines.meet("reply", unit, at=timezone.make_aware(datetime(2026, 6, 10, 10)))
    assert Deadline.objects.overdue_on(date(2026, 6, 9)).exists()
    assert not Deadline.objects.overdue_on(date(2026, 6, 10)).exists()
    assert not Deadline.objects.overdue_on(DUE).exists()
    assert Deadline.objects.met_late().exists()
    assert Deadline.objects.all().subject_ids(type(unit)).get() == {"subject_id": unit.pk}
