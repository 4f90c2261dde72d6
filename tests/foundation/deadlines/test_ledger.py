"""The database itself refuses to rewrite who was reminded of what."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from foundation import deadlines
from foundation.deadlines.models import Deadline, Reminder
from foundation.deadlines.reminding import remind_due
from foundation.workdays.clock import now

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


@pytest.fixture
def reminder(unit) -> Reminder:
    deadlines.start("reply", unit, on=date(2026, 3, 2), organisation=unit, by=None, at=now())
    remind_due(date(2026, 5, 3))
    return Reminder.objects.get()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE deadlines_reminder SET outcome = 'superseded'",
        "UPDATE deadlines_reminder SET person_id = NULL",
        "UPDATE deadlines_reminder SET at = at - interval '1 day', occurrence = occurrence - 1",
        "DELETE FROM deadlines_reminder",
        "TRUNCATE deadlines_reminder CASCADE",
    ],
)
def test_no_way_to_change_a_reminder(reminder, sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.truncate = ''")
        cursor.execute(sql)

    before = {**vars(reminder), "_state": None}
    assert {**vars(Reminder.objects.get()), "_state": None} == before


def test_a_clock_that_was_reminded_of_stays(reminder):
    with pytest.raises(ProtectedError):
        Deadline.objects.all().delete()


def test_delivery_goes_on_beside_what_is_there(reminder):
    Deadline.objects.update(reminded_through=date(2026, 3, 2), next_milestone_on=date(2026, 5, 3))
    assert remind_due(date(2026, 5, 3)).messages == 0
    assert remind_due(date(2026, 5, 18)).messages == 1
    assert Reminder.objects.count() == 2
