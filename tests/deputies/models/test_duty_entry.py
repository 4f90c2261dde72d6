"""What the database itself refuses of a line."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from deputies.models import DutyEntry
from tests.deputies.duty import DAY, line


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"quantity": Decimal(0)}, "duty_quantity_positive"),
        ({"until": DAY - timedelta(days=1)}, "duty_days_in_order"),
        ({"source_id": "7"}, "duty_source_whole"),
        ({"state": "declined"}, "duty_undone_with_reason"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(register, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        line(register.lin, **facts)


def test_a_line_is_never_changed_nor_deleted(register):
    entry = line(register.lin)
    for change in ({"quantity": Decimal(3)}, {"title": "别的"}, {"state": "reported"}):
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
            DutyEntry.objects.filter(pk=entry.pk).update(**change)
    with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
        DutyEntry.objects.filter(pk=entry.pk).delete()
    entry.refresh_from_db()
    assert (entry.quantity, entry.title) == (1, "视察老旧小区改造")
