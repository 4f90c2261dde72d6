"""Every figure of the report equals what plain SQL counts, on years of generated data with every road in it."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from congress_portal.reports.handling import tables
from foundation.documents.figures import Kind, Sheet
from foundation.documents.figures.sheet import SMALL
from suggestions.yearbook import Period
from tests.congress_portal.reports.expected import expected
from tests.congress_portal.reports.plain_sql import Recount, percent
from tests.congress_portal.reports.rich import enrich

ON = date(2026, 11, 20)
LEAST = 5


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """One load for all tests; made richer by what no story of it has."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("make_load", on=ON, deputies=60, suggestions=700, years=3, seed=11, verbosity=0, stdout=StringIO())
        enrich(7)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(once: None, db: None) -> None:
    """The load, inside the test's own transaction."""


@pytest.mark.parametrize("year", [2026, 2025, 2024])
def test_every_cell_is_what_plain_sql_counts(loaded: None, year: int) -> None:
    check(Period.of_year(year), ON)


def test_other_days_than_the_calendar_years(loaded: None) -> None:
    check(Period(2026, date(2025, 12, 1), date(2026, 9, 30)), date(2026, 10, 1))


def check(period: Period, on: date) -> int:
    """Compares every cell; answers how many there were, so that a test can see that there were some."""
    sheets = tables(period, on)
    wanted = expected(Recount(period.first, period.last, on))
    assert {sheet.key for sheet in sheets} == set(wanted)
    wrong = [line for sheet in sheets for line in _faults(sheet, wanted[sheet.key])]
    assert wrong == []
    return sum(len(row.cells) for sheet in sheets for row in sheet.rows)


def _faults(sheet: Sheet, wanted: dict[str, dict[str, Any]]) -> Iterator[str]:
    if {row.key for row in sheet.rows} != set(wanted):
        yield f"{sheet.key}: rows {sorted({row.key for row in sheet.rows} ^ set(wanted))}"
        return
    for row in sheet.rows:
        if {column.key for column in sheet.columns} != set(wanted[row.key]):
            yield f"{sheet.key}/{row.key}: columns {sorted({c.key for c in sheet.columns} ^ set(wanted[row.key]))}"
            continue
        for column in sheet.columns:
            cell, want = sheet.cell(row.key, column.key), wanted[row.key][column.key]
            if not _is(cell, want):
                yield f"{sheet.key}/{row.key}/{column.key}: {cell} is not {want}"


def _is(cell: Any, want: Any) -> bool:
    if isinstance(want, tuple):
        keys, base = want
        if cell.mark == SMALL:
            return cell.value is None and 0 < base < LEAST and (list(cell.keys), cell.base) == (keys, base)
        return (cell.value, list(cell.keys), cell.base) == (percent(len(keys), base), keys, base)
    if isinstance(want, list):
        return (cell.value, list(cell.keys)) == (len(want), want)
    return cell.value == want


def test_the_data_has_every_case_in_it(loaded: None) -> None:
    """Guards the tests above: a column that is zero everywhere would prove nothing."""
    counted: dict[tuple[str, str], int] = {}
    for year in (2026, 2025, 2024):
        for sheet in tables(Period.of_year(year), ON):
            for column in sheet.columns:
                if column.kind == Kind.COUNT:
                    values = [sheet.cell(row.key, column.key).value for row in sheet.rows]
                    counted[sheet.key, column.key] = counted.get((sheet.key, column.key), 0) + sum(values)
    assert [place for place, number in counted.items() if not number] == []
