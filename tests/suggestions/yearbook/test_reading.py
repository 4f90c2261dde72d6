import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suggestions.yearbook import Period, read
from tests.suggestions.road import START

pytestmark = pytest.mark.django_db


def test_the_number_of_queries_does_not_grow(road):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            read(Period.of_year(2026), START)
        return len(found)

    road.closed()
    few = queries()
    for _ in range(3):
        road.closed()
    assert queries() == few


def test_drafts_motions_and_other_years_are_not_counted(road):
    road.submitted()
    road.motion()
    wanted = road.closed()

    assert [case.pk for case in read(Period.of_year(2026), START).cases] == [wanted.pk]
    assert read(Period.of_year(2025), START).cases == []
