"""Every day of every official year, compared with the published notice."""

import pytest

from foundation.workdays import arithmetic
from foundation.workdays.models import CalendarYear, SpecialDay
from tests.foundation.workdays.official_lists import MAKE_UP_DAYS, every_day, worked


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_each_day_as_published(official, year):
    wrong = [day for day in every_day(year) if official.is_workday(day) != worked(day)]
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_each_day_as_published_out_of_the_rows_seeded_at_migrate(year):
    assert [day for day in every_day(year) if arithmetic.is_workday(day) != worked(day)] == []
    assert CalendarYear.objects.get(year=year).notice == f"国务院办公厅关于{year}年部分节假日安排的通知"
    assert SpecialDay.objects.filter(year=year, is_workday=True).count() == len(MAKE_UP_DAYS[year])


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year(official, year, days):
    assert sum(official.is_workday(day) for day in every_day(year)) == days
