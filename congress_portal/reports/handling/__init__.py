"""The yearly report on the handling of suggestions (代表建议办理情况报告, domain 2.16).

`tables(period, on)` is the one function from period to rows: page, workbook and document are drawn from its answer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction

from congress_portal.reports.handling.comparison import compared
from congress_portal.reports.handling.contacts import contacts
from congress_portal.reports.handling.delegations import by_delegation
from congress_portal.reports.handling.lists import dissatisfied_items, key_items, overdue_items
from congress_portal.reports.handling.promises import promises
from congress_portal.reports.handling.punctuality import extensions, punctuality
from congress_portal.reports.handling.results import again, by_class, satisfaction_of_all
from congress_portal.reports.handling.totals import by_category, by_channel, by_system, totals
from congress_portal.reports.handling.units import by_unit
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period, read

KIND = "handling"
TITLE = "代表建议办理情况报告"

OF_YEAR = (
    totals,
    by_channel,
    by_category,
    by_system,
    by_class,
    satisfaction_of_all,
    by_unit,
    by_delegation,
    contacts,
    punctuality,
    extensions,
    overdue_items,
    again,
    dissatisfied_items,
    key_items,
)


def tables(period: Period, on: date) -> list[Sheet]:
    """Every table of the report on `period`, counted on the day `on`, all from one look at the database."""
    with one_look():
        book, earlier = read(period, on), read(period.before(), on)
    return [*(build(book) for build in OF_YEAR), promises(book, earlier.promises), compared(book, earlier)]


@contextmanager
def one_look() -> Iterator[None]:
    """All queries inside see the same moment, so that no rating given meanwhile stands in one table and not in another.

    Inside a transaction that has begun already its own isolation holds.
    """
    inside = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not inside:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
