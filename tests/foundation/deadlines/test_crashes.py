"""Two workers at once, and workers that are really killed: nobody hears it twice, nothing is lost."""

import random
import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest
from django.db import connection, transaction
from django.utils import timezone

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.deadlines.models import Deadline, Milestone, Reminder
from foundation.deadlines.reminding import cause_of, remind_due
from foundation.notices.models import Notice, OutboxMail
from tests.foundation.processes import spawn

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("kinds")]
START, ON = date(2026, 3, 2), date(2026, 5, 30)  # three days before the end, two people each
COUNT = 24


@pytest.fixture
def clocks(cast) -> list[Deadline]:
    cases = Organisation.objects.bulk_create(Organisation(name=f"第{n}号建议", kind="court") for n in range(COUNT))
    at = timezone.make_aware(datetime(2026, 3, 2, 10))
    return [deadlines.start("reply", c, on=START, organisation=cast.education, by=None, at=at) for c in cases]


def everybody_heard_once(cast, clocks) -> None:
    wanted = {(clock.pk, person.pk) for clock in clocks for person in (cast.wu, cast.zheng)}
    ledger = Counter(Reminder.objects.filter(outcome="sent").values_list("deadline_id", "person_id"))
    assert ledger == dict.fromkeys(wanted, 1)
    inbox = Counter(
        (int(cause.split(":")[1]), person) for cause, person in Notice.objects.values_list("cause", "recipient")
    )
    assert inbox == dict.fromkeys(wanted, 1)
    assert OutboxMail.objects.count() == len(wanted)
    assert not Deadline.objects.owing(ON).exists()


class Obstacle:
    """Holds an uncommitted inbox row that a worker's insert has to wait for: he stands in the middle of a batch."""

    def __init__(self, clock: Deadline, person) -> None:
        self.clock, self.person = clock, person
        self.held, self.lift = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self._hold)

    def __enter__(self) -> "Obstacle":
        self.thread.start()
        assert self.held.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.lift.set()
        self.thread.join(10)

    def _hold(self) -> None:
        milestone = deadlines_milestone()
        with transaction.atomic():
            Notice.objects.create(
                recipient=self.person,
                kind="deadlines.reminder",
                cause=cause_of(self.clock, milestone, ON),
                title="未提交",
                created_at=timezone.now(),
            )
            self.held.set()
            self.lift.wait(30)
            transaction.set_rollback(True)
        connection.close()


def deadlines_milestone() -> int:
    return Milestone.objects.get(limit_key="reply", days_before=3).pk


def waiting_workers() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return cursor.fetchone()[0]


def others_at_work() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend' AND state <> 'idle'"
        )
        return cursor.fetchone()[0] > 0


def wait_until(reached, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def in_threads(*jobs) -> None:
    """Runs the jobs at once, each on a connection of its own."""

    def run(job) -> None:
        try:
            job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(run, job) for job in jobs]:
            done.result(60)


def test_two_workers_at_once_share_the_work(cast, clocks):
    barrier = threading.Barrier(2)

    def work() -> None:
        barrier.wait(10)
        remind_due(ON, batch=3)

    in_threads(work, work)
    everybody_heard_once(cast, clocks)


def test_a_second_worker_does_not_wait_for_a_slow_one(cast, clocks):
    slow = threading.Thread(target=lambda: (remind_due(ON, batch=4), connection.close()))
    with Obstacle(clocks[0], cast.zheng):
        slow.start()
        wait_until(lambda: waiting_workers() == 1)
        assert remind_due(ON, batch=4).clocks == COUNT - 4
        assert Reminder.objects.filter(outcome="sent").count() == 2 * (COUNT - 4)
    slow.join(20)
    everybody_heard_once(cast, clocks)


def test_killed_in_the_middle_of_a_batch_the_batch_never_happened(cast, clocks):
    with Obstacle(clocks[9], cast.zheng):
        worker = spawn("-m", "tests.foundation.deadlines.child", str(ON), "4")
        wait_until(lambda: waiting_workers() == 1)
        worker.send_signal(signal.SIGKILL)
        assert worker.wait(10) == -signal.SIGKILL
    # The database notices that nobody is there any more once the wait is over, and undoes the batch.
    wait_until(lambda: not others_at_work())
    assert Reminder.objects.filter(outcome="sent").count() == Notice.objects.count() == 16
    assert spawn("-m", "tests.foundation.deadlines.child", str(ON), "4").wait(60) == 0
    everybody_heard_once(cast, clocks)


def test_killed_at_any_moment_again_and_again_it_comes_right(cast, clocks):
    chance = random.Random(20260531)
    for _ in range(3):
        worker = spawn("-m", "tests.foundation.deadlines.child", str(ON), "1")
        seen = Reminder.objects.count()
        wait_until(lambda seen=seen, worker=worker: Reminder.objects.count() > seen or worker.poll() is not None)
        time.sleep(chance.uniform(0, 0.05))
        worker.kill()
        worker.wait(10)
    in_threads(lambda: remind_due(ON, batch=2), lambda: remind_due(ON, batch=2))
    everybody_heard_once(cast, clocks)
