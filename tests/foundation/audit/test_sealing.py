import threading

import pytest
from django.db import connection, transaction

from foundation.accounts.models import User
from foundation.audit import record
from foundation.audit.chain import START
from foundation.audit.models import Event, Seal
from foundation.audit.sealing import head, seal_events
from tests.foundation.audit.conftest import AT


def write(thing, count):
    return [record("demo.step", thing, by=None, at=AT, data={"n": n}) for n in range(count)]


def test_events_are_chained_in_order(thing):
    write(thing, 3)
    assert seal_events() == 3
    rows = list(Event.objects.order_by("id").values_list("seq", "prev_hash", "hash"))
    assert [row[0] for row in rows] == [1, 2, 3]
    assert [row[1] for row in rows] == [START, rows[0][2], rows[1][2]]
    assert len({row[2] for row in rows}) == 3
    assert head() == (3, rows[2][2])


def test_a_later_run_goes_on_where_the_last_one_stopped(thing):
    write(thing, 2)
    seal_events()
    write(thing, 1)
    assert seal_events() == 1
    assert seal_events() == 0
    assert [*Seal.objects.order_by("id").values_list("first_seq", "last_seq")] == [(1, 2), (3, 3)]


def test_more_than_one_batch(thing, monkeypatch):
    monkeypatch.setattr("foundation.audit.sealing.BATCH", 2)
    write(thing, 5)
    assert seal_events() == 5
    assert head()[0] == 5


def in_other_connection(action):
    """Runs `action` in a thread of its own, that is on a connection of its own; answers what it answered."""
    box = []

    def run():
        try:
            box.append(action())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=20)
    assert box, "the other connection was kept waiting"
    return box[0]


@pytest.mark.django_db(transaction=True)
def test_a_second_sealer_does_nothing_and_a_writer_does_not_wait():
    thing = User.objects.create(username="thing", name="对象")
    write(thing, 2)
    with transaction.atomic():
        assert seal_events() == 2
        assert in_other_connection(seal_events) == 0
        in_other_connection(lambda: write(thing, 1))
    assert seal_events() == 1
    assert [*Event.objects.order_by("seq").values_list("seq", flat=True)] == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_an_event_committed_late_is_sealed_late():
    thing = User.objects.create(username="thing", name="对象")
    with transaction.atomic():
        (early,) = write(thing, 1)
        (late,) = in_other_connection(lambda: write(thing, 1))
        assert in_other_connection(seal_events) == 1
    assert seal_events() == 1
    numbers = dict(Event.objects.values_list("id", "seq"))
    assert (numbers[late.id], numbers[early.id]) == (1, 2)
