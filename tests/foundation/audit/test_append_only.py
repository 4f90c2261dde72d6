"""The database itself refuses to rewrite what was done."""

import pytest
from django.db import DatabaseError, connection, transaction

from foundation.audit import record
from foundation.audit.models import Event, Seal
from foundation.audit.sealing import seal_events
from tests.foundation.audit.conftest import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(clerk, thing) -> Event:
    return record("demo.assign", thing, by=clerk, at=AT, summary="交办。")


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_event SET summary = '改写'",
        "UPDATE audit_event SET at = at - interval '1 day'",
        "UPDATE audit_event SET seq = 1, prev_hash = 'x', hash = 'y', actor_name = '别人'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event CASCADE",
    ],
)
def test_no_way_to_change_an_event(event, sql):
    with connection.cursor() as cursor:
        cursor.execute("SET portal.truncate = ''")
    assert refused(sql)
    assert Event.objects.get().summary == "交办。"


def test_the_seal_is_set_once(event):
    assert not refused("UPDATE audit_event SET seq = 7, prev_hash = 'a', hash = 'b'")
    assert refused("UPDATE audit_event SET seq = 8")
    assert refused("UPDATE audit_event SET seq = NULL, prev_hash = NULL, hash = NULL")


def test_half_a_seal_is_refused(event):
    assert refused("UPDATE audit_event SET seq = 7")


@pytest.mark.parametrize("sql", ["UPDATE audit_seal SET last_seq = 9", "DELETE FROM audit_seal"])
def test_no_way_to_change_a_seal(event, sql):
    seal_events()
    assert refused(sql)
    assert Seal.objects.get().last_seq == 1
