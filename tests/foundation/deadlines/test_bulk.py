"""Clocks started together are the same clocks as those started one by one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.deadlines.bulk import ClockBatch
from foundation.deadlines.models import Deadline, TimeLimit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 6, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
T0 = date(2026, 2, 12)
DAYS = (
    "kind",
    "limit_id",
    "started_on",
    "due_on",
    "original_due_on",
    "yellow_on",
    "orange_on",
    "provisional",
    "derivation",
    "reminded_through",
    "next_milestone_on",
    "imported_at",
    "started_at",
    "organisation_id",
)


@pytest.fixture
def unit() -> Organisation:
    return Organisation.objects.create(name="区交通运输局", kind="handling_unit")


def facts(clock: Deadline) -> dict:
    return {name: getattr(clock, name) for name in DAYS}


@pytest.mark.parametrize("kind", ["reply", "sign_in", "first_contact", "objection", "rating"])
def test_the_days_are_those_of_a_single_start(unit, kind):
    one = deadlines.start(kind, unit, on=T0, organisation=unit, by=None, at=AT, imported=True)
    expected = facts(Deadline.objects.get(pk=one.pk))
    Deadline.objects.all().delete()
    batch = ClockBatch(by=None, at=AT)
    batch.start(kind, unit, on=T0, organisation=unit)
    batch.save()
    assert facts(Deadline.objects.get()) == expected
    assert batch.due_on(kind, T0) == expected["due_on"]


def test_objects_need_no_key_before_the_batch_is_saved():
    batch, unit = ClockBatch(by=None, at=AT), Organisation(name="区水利局", kind="handling_unit")
    batch.start("reply", unit, on=T0)
    unit.save()
    batch.save()
    assert Deadline.objects.open().of(unit).get().due_on == date(2026, 5, 12)


def test_kept_and_forgotten_clocks(unit):
    batch = ClockBatch(by=None, at=AT)
    for kind in ("reply", "sign_in"):
        batch.start(kind, unit, on=T0)
    kept_at = datetime(2026, 4, 1, tzinfo=AT.tzinfo)
    batch.meet(unit, "reply", at=kept_at)
    batch.forget(unit, "sign_in")
    batch.save()
    clock = Deadline.objects.get()
    assert (clock.kind, clock.met_at, clock.met_on, clock.next_milestone_on) == (
        "reply",
        kept_at,
        date(2026, 4, 1),
        None,
    )


def test_the_number_of_statements_does_not_grow(unit, django_assert_num_queries):
    batch = ClockBatch(by=None, at=AT)
    batch.start("reply", unit, on=T0)
    with django_assert_num_queries(0):
        for _ in range(50):
            batch.due_on("reply", T0)


def test_an_unknown_kind_or_a_day_before_the_limit(unit):
    batch = ClockBatch(by=None, at=AT)
    for kind, day in (("nonsense", T0), ("reply", date(1990, 1, 1))):
        with pytest.raises(TimeLimit.DoesNotExist):
            batch.start(kind, unit, on=day)


def test_clocks_of_today_are_not_marked_imported_and_are_reminded_from_their_start(unit):
    one = deadlines.start("rating", unit, on=T0, organisation=unit, by=None, at=AT)
    expected = facts(Deadline.objects.get(pk=one.pk))
    Deadline.objects.all().delete()
    batch = ClockBatch(by=None, at=AT, imported=False)
    batch.start("rating", unit, on=T0, organisation=unit)
    batch.save()
    assert facts(Deadline.objects.get()) == expected
