import pytest

from foundation.workdays.days import Calendar, calendar_of
from foundation.workdays.loading import published_days


@pytest.fixture(scope="session")
def official() -> Calendar:
    """The published calendar of 2024 to 2026 as a pure value."""
    years = range(2024, 2027)
    return calendar_of([day for year in years for day in published_days(year)], years)
