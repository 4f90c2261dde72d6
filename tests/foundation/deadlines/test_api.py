from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from foundation import audit, deadlines
from foundation.accounts.models import Organisation
from foundation.deadlines.models import Deadline, Extension
from foundation.workflow import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def moment(day: date, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def start(subject, kind="reply", on=DAY, **kwargs):
    return deadlines.start(kind, subject, on=on, by=None, at=moment(on), **kwargs)


def test_a_reply_clock_runs_three_months_and_keeps_how(unit):
    clock = start(unit)
    assert clock.due_on == date(2026, 6, 2)
    assert clock.original_due_on == clock.due_on
    assert not clock.provisional
    assert clock.derivation["rule"]["legal_basis"].endswith("代表法》第五十一条")
    assert clock.next_milestone_on == date(2026, 5, 3)
    assert (clock.yellow_on, clock.orange_on) == (date(2026, 5, 18), date(2026, 5, 26))


def test_a_clock_that_runs_into_a_year_without_notice_is_provisional(unit):
    clock = start(unit, on=date(2026, 11, 20))
    assert clock.provisional
    assert clock.derivation["provisional_years"] == [2027]


def test_the_same_clock_cannot_run_twice_but_one_per_organisation_can(unit, other_unit):
    start(unit, organisation=unit)
    start(unit, organisation=other_unit)
    with pytest.raises(Refused, match="已在计算中"):
        start(unit, organisation=unit)
    assert Deadline.objects.open().of(unit).count() == 2


def test_without_organisation_the_same_clock_cannot_run_twice(unit):
    start(unit)
    with pytest.raises(Refused, match="已在计算中"):
        start(unit)


def test_a_met_clock_is_closed_and_may_start_again(unit):
    start(unit)
    assert deadlines.meet("reply", unit, at=moment(date(2026, 6, 3))) == 1
    clock = deadlines.clocks_of(unit).get()
    assert (clock.met_on, clock.next_milestone_on) == (date(2026, 6, 3), None)
    assert deadlines.light(clock, date(2026, 7, 1)).text == "逾期 1 天办结"
    assert deadlines.clock_of("reply", unit) is None
    assert deadlines.meet("reply", unit, at=moment(date(2026, 6, 4))) == 0
    start(unit, on=date(2026, 6, 4))


def test_only_the_named_organisation_s_clock_is_met(unit, other_unit):
    start(unit, organisation=unit)
    start(unit, organisation=other_unit)
    assert deadlines.meet("reply", unit, organisation=other_unit, at=moment(DAY)) == 1
    assert deadlines.clock_of("reply", unit).organisation == unit


def test_a_cancelled_clock_says_why(unit):
    start(unit)
    assert deadlines.cancel("reply", unit, at=moment(DAY), reason="撤回") == 1
    clock = deadlines.clocks_of(unit).get()
    assert clock.cancel_reason == "撤回"
    assert deadlines.light(clock, DAY).text == "已取消"


def test_an_extension_by_months_counts_from_the_start_and_is_recorded(unit, clerk):
    clock = start(unit, on=date(2026, 1, 31))
    assert clock.due_on == date(2026, 4, 30)
    clock = deadlines.extend(clock, amount=3, unit="month", reason="涉及面广", by=clerk, at=moment(date(2026, 4, 1)))
    assert clock.due_on == date(2026, 7, 31)
    assert clock.original_due_on == date(2026, 4, 30)
    assert clock.extended_until == clock.due_on
    assert Extension.objects.get(deadline=clock).approved_by == clerk
    event = audit.timeline(unit).get()
    assert (event.verb, event.actor) == ("deadlines.extend", clerk)
    assert "2026-04-30" in event.summary


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"amount": 4, "unit": "month"}, "法定期限不得延长"),
        ({"until": date(2026, 9, 3)}, "最迟为 2026-09-02"),
        ({"until": date(2026, 6, 2)}, "须晚于现届满日"),
        ({}, "延长多久"),
        ({"amount": 1, "unit": "month", "until": date(2026, 7, 1)}, "延长多久"),
    ],
)
def test_an_extension_beyond_the_law_or_without_sense_is_refused(unit, clerk, how, reason):
    clock = start(unit)
    with pytest.raises(Refused, match=reason):
        deadlines.extend(clock, reason="涉及面广", by=clerk, at=moment(DAY), **how)
    assert not Extension.objects.exists()
    assert deadlines.clock_of("reply", unit).due_on == date(2026, 6, 2)


def test_an_extension_needs_a_reason_and_an_open_clock(unit, clerk):
    clock = start(unit)
    with pytest.raises(Refused, match="理由"):
        deadlines.extend(clock, until=date(2026, 7, 1), reason=" ", by=clerk, at=moment(DAY))
    deadlines.meet("reply", unit, at=moment(DAY))
    with pytest.raises(Refused, match="已经办结"):
        deadlines.extend(clock, until=date(2026, 7, 1), reason="难", by=clerk, at=moment(DAY))


def test_an_extension_in_each_unit_may_reach_the_statutory_end_and_no_further(unit, clerk):
    clock = start(unit)
    deadlines.extend(clock, amount=10, unit="day", reason="一", by=clerk, at=moment(DAY))
    clock = deadlines.extend(clock, amount=5, unit="workday", reason="二", by=clerk, at=moment(DAY, 11))
    assert clock.due_on == date(2026, 6, 22)
    clock = deadlines.extend(clock, until=date(2026, 9, 2), reason="三", by=clerk, at=moment(DAY, 12))
    assert clock.due_on == date(2026, 9, 2)
    assert [change["after"] for change in clock.derivation["changes"]] == ["2026-06-12", "2026-06-22", "2026-09-02"]


def test_a_case_s_own_amount_shortens_a_statutory_limit_but_never_lengthens_it(unit, other_unit):
    assert start(unit, amount=2).due_on == date(2026, 5, 6)
    with pytest.raises(Refused, match="法定期限不得延长"):
        start(other_unit, amount=4)


def test_a_commitment_ends_on_the_agreed_day_itself(unit):
    clock = start(unit, "commitment", until=date(2026, 10, 1))
    assert clock.due_on == date(2026, 10, 1)
    assert not clock.provisional


def test_an_agreed_day_before_the_start_is_refused(unit):
    with pytest.raises(Refused, match="约定日期"):
        start(unit, "commitment", until=DAY - timedelta(days=1))


def test_a_paused_clock_moves_by_the_days_it_stood(unit, clerk):
    clock = start(unit, "first_contact")
    before = clock.due_on
    deadlines.pause(clock, reason="等待代表补充材料", by=clerk, at=moment(date(2026, 3, 9)))
    standing = deadlines.clock_of("first_contact", unit)
    assert standing.next_milestone_on is None
    assert deadlines.light(standing, date(2026, 3, 30)).text == "已中止计算"
    clock = deadlines.resume(clock, by=clerk, at=moment(date(2026, 3, 16)))
    assert clock.due_on == date(2026, 4, 7)
    assert (clock.due_on - before).days == 8  # five working days, the Tomb-sweeping holiday between them
    assert clock.derivation["changes"][0]["paused"] == ["2026-03-09", "2026-03-16"]


def test_a_statutory_clock_cannot_be_paused(unit, clerk):
    with pytest.raises(Refused, match="不得中止"):
        deadlines.pause(start(unit), reason="等待", by=clerk, at=moment(DAY))


def test_an_imported_clock_owes_no_milestone_before_its_import(unit):
    clock = deadlines.start("reply", unit, on=DAY, by=None, at=moment(date(2026, 5, 27)), imported=True)
    assert clock.next_milestone_on == date(2026, 5, 30)


def test_lights_of_a_page_cost_one_query(unit, other_unit, django_assert_num_queries):
    start(unit)
    start(unit, "first_contact")
    Organisation.objects.bulk_create(Organisation(name=f"第{n}单位", kind="court") for n in range(5))
    rows = list(Organisation.objects.all())
    deadlines.attach_lights(rows, ["reply", "first_contact"], DAY)
    with django_assert_num_queries(1):
        deadlines.attach_lights(rows, ["reply", "first_contact"], date(2026, 3, 30))
    lit = {row.pk: row for row in rows}
    assert lit[unit.pk].light.name == "首次联系代表"
    assert set(lit[unit.pk].lights) == {"reply", "first_contact"}
    assert lit[other_unit.pk].light is None
