"""What deputies ask is answered in time: reminders to who owes it, then the office and the leaders."""

from datetime import timedelta

import pytest

from deputies.models import RaisedMatter
from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.circles import answer_matter, close_matter
from deputies.transitions.close_activity import close_activity
from deputies.transitions.receptions import answer_raised, confirm_sign_ups, sign_up
from deputies.transitions.record_attendance import record_attendance
from foundation import deadlines
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import KIND, remind_due
from foundation.notices.models import Notice
from foundation.workdays.arithmetic import add_workdays
from tests.deputies.touch import NOW, asked, circle_of
from tests.deputies.transitions.test_receptions import STARTS, opened

CLOSED_AT = STARTS + timedelta(hours=4)


def heard(clock: Deadline, last: int) -> dict[int, set[str]]:
    """Days left → who was reminded on that day, until `last` days (negative: after) remain."""
    found = {}
    for left in range((clock.due_on - clock.started_on).days, last - 1, -1):
        day = clock.due_on - timedelta(days=left)
        remind_due(day)
        rows = Notice.objects.filter(created_at__date=day, kind=KIND)
        if people := set(rows.values_list("recipient__username", flat=True)):
            found[left] = people
    return found


@pytest.fixture
def raised(cast, register) -> RaisedMatter:
    """Raised by lin at a reception day that is over; luo received."""
    day = opened(cast)
    sign_up(day.pk, by=cast.lin, at=NOW, text="村口公交班次太少。")
    activity = confirm_sign_ups(day.pk, by=cast.he, at=NOW)
    matter = RaisedMatter.objects.get()
    assert deadlines.clock_of("raised_answer", matter) is None
    record_attendance(activity.invitations.get(), "present", by=cast.he, at=STARTS)
    close_activity(activity, by=cast.he, at=CLOSED_AT)
    return matter


def test_the_receiver_is_reminded_then_the_office_then_the_leaders(raised):
    clock = deadlines.clock_of("raised_answer", raised)
    assert (clock.user.username, clock.due_on) == ("luo", add_workdays(STARTS.date(), 15))
    who, office = {"luo"}, {"luo", "he", "xu"}
    late = heard(clock, -7)
    assert late == {7: who, 3: who, 1: office, 0: office, -7: office | {"zhao", "qian"}}


def test_answered_nobody_is_reminded_any_more_and_the_deputy_sees_the_light_until_then(cast, raised, signed_in):
    page = signed_in(cast.lin).get(raised.get_absolute_url()).content.decode()
    assert 'class="light light-' in page
    answer_raised(raised.pk, by=cast.luo, at=CLOSED_AT, answer="已请交通局研究。")
    assert deadlines.clock_of("raised_answer", raised) is None
    assert remind_due(add_workdays(STARTS.date(), 30)).messages == 0


def test_what_was_answered_on_the_spot_starts_no_clock(cast, register):
    day = opened(cast)
    sign_up(day.pk, by=cast.lin, at=NOW, text="公交。")
    activity = confirm_sign_ups(day.pk, by=cast.he, at=NOW)
    answer_raised(RaisedMatter.objects.get().pk, by=cast.luo, at=STARTS, answer="下月增开。")
    record_attendance(activity.invitations.get(), "present", by=cast.he, at=STARTS)
    close_activity(activity, by=cast.he, at=CLOSED_AT)
    sign_up(opened(cast).pk, by=cast.lin, at=NOW, text="再提。")
    cancel_activity(RaisedMatter.objects.get(answer="").activity, by=cast.he, at=NOW, reason="改期。")
    assert not Deadline.objects.filter(kind="raised_answer").exists()


def test_a_circle_that_keeps_silent_is_reminded_and_then_the_office_finds_somebody(cast, register):
    matter = asked(cast, circle_of(register, "zhou", "deng"))
    clock = deadlines.clock_of("circle_answer", matter)
    assert clock.due_on == matter.wanted_on
    circle = {"zhou", "deng"}
    assert heard(clock, -3) == {1: circle, 0: circle, -3: circle | {"lin", "he", "xu"}}


def test_the_first_answer_meets_it_and_an_end_without_answer_takes_it_away(cast, register, signed_in):
    circle = circle_of(register, "zhou", "deng")
    answered, ended = asked(cast, circle), asked(cast, circle)
    assert 'class="light light-' in signed_in(cast.lin).get(answered.get_absolute_url()).content.decode()
    answer_matter(answered.pk, by=cast.zhou, at=NOW, text="可以按标准化门诊建设。")
    close_matter(ended.pk, by=cast.lin, at=NOW, conclusion="已另行解决。")
    clocks = Deadline.objects.filter(kind="circle_answer")
    assert not clocks.open().exists()
    assert (clocks.filter(met_at=NOW).count(), clocks.filter(cancelled_at=NOW).count()) == (1, 1)
