"""Workers at once and workers that are really killed: the inbox once, the mail at least once under one Message-ID."""

import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from foundation import notices
from foundation.notices.models import Notice, OutboxMail
from foundation.notices.once import once
from foundation.notices.relay import relay_due
from tests.foundation.processes import spawn

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("notice_kinds")]


def at_once(job, workers: int = 2) -> list:
    """Runs `job` in several threads, each on a connection of its own."""
    barrier = threading.Barrier(workers)

    def run():
        try:
            barrier.wait(10)
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(workers) as pool:
        return [done.result(60) for done in [pool.submit(run) for _ in range(workers)]]


def tell(people, cause="case:1"):
    # Urgent and an hour old, so that it may leave whatever the hour at which the suite runs.
    at = timezone.now() - timedelta(hours=1)
    return notices.tell(people, kind="case.told", subject=None, title="请办理", cause=cause, at=at, urgent=True)


def test_the_same_event_told_twice_at_once_is_one_message_each(cast):
    people = list(cast.people().values())
    at_once(lambda: tell(people), workers=3)
    assert Notice.objects.count() == OutboxMail.objects.count() == len(people)


def test_two_relays_never_send_the_same_mail(cast, sink):
    tell(cast.people().values())
    sink.delay = 0.01
    reports = at_once(relay_due)
    assert sum(report.sent for report in reports) == len(sink.mails) == OutboxMail.objects.count()
    assert all(report.sent for report in reports)
    assert set(Counter(sink.message_ids).values()) == {1}


def test_a_relay_killed_during_delivery_is_made_good_under_the_same_message_id(cast, sink):
    tell(cast.people().values())
    rows = list(OutboxMail.objects.order_by("next_try_at", "pk"))
    host, port = sink.address
    sink.delay = 30
    worker = spawn("manage.py", "relay_notices", EMAIL_URL=f"smtp://{host}:{port}")
    assert sink.arrived.wait(60)
    time.sleep(0.1)
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(10) == -signal.SIGKILL
    assert len(sink.mails) == 1
    assert not OutboxMail.objects.exclude(state="waiting").exists()
    sink.delay = 0
    assert spawn("manage.py", "relay_notices", EMAIL_URL=f"smtp://{host}:{port}").wait(60) == 0
    counted = Counter(sink.message_ids)
    assert set(counted) == {row.message_id for row in rows}
    assert counted[rows[0].message_id] == 2
    assert sum(counted.values()) == len(rows) + 1
    assert not OutboxMail.objects.exclude(state="sent").exists()
    assert Notice.objects.count() == len(rows)


def test_a_mail_server_away_makes_the_command_fail_and_keeps_the_mail(cast):
    tell([cast.lin])
    assert spawn("manage.py", "relay_notices", EMAIL_URL="smtp://127.0.0.1:9").wait(60) == 1
    assert OutboxMail.objects.waiting().count() == 1


def test_a_job_started_twice_at_once_runs_once(cast):
    done = []

    def work():
        done.append(1)
        time.sleep(0.2)

    ran = at_once(lambda: once("job", "2026-06-01", work, at=timezone.now()))
    assert (sorted(ran), done) == ([False, True], [1])
