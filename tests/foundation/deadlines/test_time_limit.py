from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from foundation.deadlines import reference
from foundation.deadlines.derivation import derive
from foundation.deadlines.models import LightThreshold, Milestone, TimeLimit
from foundation.deadlines.models.time_limit import DAYS_PER_MONTH, WORKDAYS_PER_MONTH
from foundation.deadlines.schedule import rule_of
from foundation.workdays.days import calendar_of
from foundation.workdays.loading import published_days, published_years

YEARS = published_years()
CALENDAR = calendar_of([day for year in YEARS for day in published_days(year)], YEARS)


def limit(**changes) -> TimeLimit:
    plan = {"key": "reply", "name": "答复代表", "amount": 3, "unit": "month", "base": "交办之日"}
    plan |= {"statutory_months": 3, "statutory_max_months": 6, "valid_from": date(2026, 1, 1)}
    return TimeLimit(**(plan | changes))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "longer",
    [
        {"amount": 4},
        {"amount": 85, "unit": "day"},
        {"amount": 46, "unit": "workday"},
        {"unit": "date", "amount": 0},
        {"key": "reply_difficult", "amount": 7, "statutory_months": 6},
    ],
)
def test_a_statutory_limit_cannot_be_lengthened_in_any_unit(longer):
    with pytest.raises(ValidationError) as refused:
        limit(**longer).full_clean()
    assert refused.value.message_dict["amount"] == ["法定期限不得延长（代表法第五十一条）。"]
    with pytest.raises(IntegrityError), transaction.atomic():
        limit(**longer).save()


@pytest.mark.django_db
@pytest.mark.parametrize("months", [{"statutory_months": 12}, {"statutory_months": None}, {"statutory_max_months": 9}])
def test_the_law_s_own_months_cannot_be_edited(months):
    with pytest.raises(IntegrityError), transaction.atomic():
        limit(**months).save()
    edited = limit(**months)
    edited.full_clean()
    assert (edited.statutory_months, edited.statutory_max_months) == (3, 6)


@pytest.mark.django_db
@pytest.mark.parametrize("shorter", [{"amount": 2}, {"amount": 60, "unit": "day"}, {"amount": 45, "unit": "workday"}])
def test_it_can_be_shortened(shorter):
    row = limit(**shorter)
    row.full_clean()
    row.save()
    assert TimeLimit.objects.on("reply", date(2026, 2, 1)) == row


@pytest.mark.django_db
def test_a_bulk_update_meets_the_same_wall():
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeLimit.objects.filter(key="reply").update(amount=6)


def test_no_month_is_shorter_than_the_cap_assumes():
    first = date(YEARS[0], 1, 1)
    for month in range((YEARS[-1] - YEARS[0] + 1) * 12):
        start, end = CALENDAR.add_months(first, month), CALENDAR.add_months(first, month + 1)
        assert (end - start).days >= DAYS_PER_MONTH
        assert CALENDAR.workdays_between(start - timedelta(days=1), end - timedelta(days=1)) >= WORKDAYS_PER_MONTH


@given(st.dates(date(2005, 1, 1), date(2026, 6, 30)))
def test_the_longest_limit_in_days_or_workdays_stays_inside_three_months(start):
    end = CALENDAR.add_months(start, 3, roll=True)
    for unit, amount in (("day", 3 * DAYS_PER_MONTH), ("workday", 3 * WORKDAYS_PER_MONTH)):
        assert derive(CALENDAR, rule_of(limit(unit=unit, amount=amount)), start).due <= end


@pytest.mark.django_db
def test_the_version_in_force_on_the_start_day_counts():
    new = limit(key="sign_in", amount=5, statutory_months=None, statutory_max_months=None)
    new.save()
    assert TimeLimit.objects.on("sign_in", date(2025, 12, 31)).amount == 7
    assert TimeLimit.objects.on("sign_in", date(2026, 1, 1)) == new
    with pytest.raises(TimeLimit.DoesNotExist):
        TimeLimit.objects.on("nonsense", date(2026, 1, 1))


@pytest.mark.django_db
def test_two_versions_from_the_same_day_are_refused_in_chinese():
    limit(valid_from=date(2026, 1, 1)).save()
    with pytest.raises(ValidationError, match="只能有一条规则"):
        limit(valid_from=date(2026, 1, 1)).full_clean()


@pytest.mark.django_db
def test_reference_rows_are_complete_and_edited_ones_are_left_alone():
    keys = {row[0] for row in reference.LIMITS}
    assert set(TimeLimit.objects.values_list("key", flat=True)) == keys
    assert set(Milestone.objects.values_list("limit_key", flat=True)) == keys
    assert all(TimeLimit.objects.values_list("legal_basis", flat=True))
    TimeLimit.objects.filter(key="sign_in").update(amount=3)
    Milestone.objects.filter(limit_key="reply", days_before=15).delete()
    LightThreshold.objects.filter(limit_key="").update(yellow_days=20)
    reference.load()
    assert TimeLimit.objects.get(key="sign_in").amount == 3
    assert not Milestone.objects.filter(limit_key="reply", days_before=15).exists()
    assert LightThreshold.objects.get(limit_key="").yellow_days == 20
    assert TimeLimit.objects.count() == len(keys)
