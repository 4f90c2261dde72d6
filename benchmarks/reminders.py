"""The reminder job with 5,000 due of 100,000 running clocks, beside raw SQL that writes the same rows.

Run: .venv/bin/python benchmarks/reminders.py [--clocks N] [--due N]. Works in a scratch database of its own.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")

import django

from congress_portal import embedded
from congress_portal.settings import env

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
django.setup()

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.people import people_by_organisation
from foundation.deadlines import registry
from foundation.deadlines.derivation import derive
from foundation.deadlines.models import Deadline, Milestone, Reminder, TimeLimit
from foundation.deadlines.reminding import remind_due
from foundation.deadlines.schedule import rule_of
from foundation.workdays.calendar import current_calendar

ON = date(2026, 6, 1)
UNITS = 60

RAW = [
    """INSERT INTO deadlines_reminder (deadline_id, milestone_id, occurrence, person_id, outcome, at)
       SELECT d.id, %(milestone)s, %(on)s, m.user_id, 'sent', now()
       FROM deadlines_deadline d JOIN accounts_membership m ON m.organisation_id = d.organisation_id
       WHERE d.met_at IS NULL AND d.cancelled_at IS NULL AND d.next_milestone_on <= %(on)s""",
    """INSERT INTO notices_notice (recipient_id, kind, cause, subject_type_id, subject_id, title, body, url, urgent,
                                   for_digest, created_at)
       SELECT r.person_id, 'deadlines.reminder', concat('deadline:', d.id, ':', d.due_on, ':', r.milestone_id, ':',
              r.occurrence), d.subject_type_id, d.subject_id::text, concat(o.name, '：答复代表还有 30 天'),
              concat('应于 ', d.due_on, ' 前办结。'), concat('/cases/', d.subject_id, '/'), false, false, now()
       FROM deadlines_reminder r JOIN deadlines_deadline d ON d.id = r.deadline_id
       JOIN accounts_organisation o ON o.id = d.organisation_id""",
    """INSERT INTO notices_outboxmail (recipient_id, kind, cause, address, subject, body, urgent, not_before, state,
                                       attempts, next_try_at, last_error, created_at)
       SELECT n.recipient_id, n.kind, n.cause, u.email, n.title, n.body, false, now(), 'waiting', 0, now(), '', now()
       FROM notices_notice n JOIN accounts_user u ON u.id = n.recipient_id""",
    """UPDATE deadlines_deadline SET reminded_through = %(on)s, next_milestone_on = due_on - 15
       WHERE met_at IS NULL AND cancelled_at IS NULL AND next_milestone_on <= %(on)s""",
]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--clocks", type=int, default=100_000)
    arguments.add_argument("--due", type=int, default=5_000)
    wanted = arguments.parse_args()
    in_scratch_database(lambda: measure(wanted.clocks, wanted.due))


def in_scratch_database(work: Callable[[], None]) -> None:
    """Runs `work` in a database that is made for it and dropped afterwards."""
    connection.settings_dict["TEST"]["NAME"] = f"bench_reminders_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        work()
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def measure(clocks: int, due: int) -> None:
    """Builds the rows, runs raw SQL (rolled back) and then the job, and prints both."""
    build(clocks, due)
    milestone = Milestone.objects.get(limit_key="reply", days_before=30).pk
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    with transaction.atomic(), connection.cursor() as cursor:
        began = time.perf_counter()
        for statement in RAW:
            cursor.execute(statement, {"on": ON, "milestone": milestone})
        raw = time.perf_counter() - began
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    # Counting queries slows the job a little; the figure is taken with it.
    with CaptureQueriesContext(connection) as captured:
        began, processor = time.perf_counter(), time.process_time()
        report = remind_due(ON)
        job, processor = time.perf_counter() - began, time.process_time() - processor
    statements = [
        query for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]
    assert report.messages == Reminder.objects.count() == due, report
    print(
        f"{clocks:,} clocks, {due:,} due: {job:.2f} s, {len(statements)} queries ({len(captured)} with savepoints), "
        f"{processor:.2f} s of processor time beside the database's"
    )
    print(f"raw SQL of the same rows: {raw:.2f} s, ratio {job / raw:.1f}")
    began = time.perf_counter()
    again = remind_due(ON)
    print(f"run again: {time.perf_counter() - began:.3f} s, {again.messages} messages")


def build(clocks: int, due: int) -> None:
    """60 units with an officer each, `due` cases whose reply has a milestone on ON, and the other running clocks."""
    units = Organisation.objects.bulk_create(Organisation(name=f"第{n}单位", kind="court") for n in range(UNITS))
    people = User.objects.bulk_create(
        User(username=f"officer{n}", name=f"经办{n}", email=f"officer{n}@example.cn") for n in range(UNITS)
    )
    Membership.objects.bulk_create(
        Membership(user=person, organisation=unit, role="unit_officer", from_date=date(2020, 1, 1))
        for unit, person in zip(units, people, strict=True)
    )
    # Any object can carry a clock; the cases here are organisations, because the floor knows no room.
    cases = Organisation.objects.bulk_create(Organisation(name=f"第{n}号建议", kind="court") for n in range(due))
    register(Organisation)
    start_clocks(units, [case.pk for case in cases], clocks)


def start_clocks(units: list, cases: list[int], clocks: int) -> None:
    """The clocks of `cases` fall due 30 days after ON, all others later; only the former are looked at by the job."""
    limit, kind = TimeLimit.objects.get(key="reply"), ContentType.objects.get_for_model(type(units[0]))

    # The steps that are kept on every real clock, so that the rows have their true width.
    steps = derive(current_calendar(), rule_of(limit), ON - timedelta(days=60)).facts

    def clock(n: int) -> Deadline:
        end = ON + timedelta(days=30 if n < len(cases) else 31 + n % 50)
        return Deadline(
            kind="reply",
            limit=limit,
            subject_type=kind,
            subject_id=cases[n] if n < len(cases) else cases[-1] + n,
            organisation=units[n % UNITS],
            started_on=end - timedelta(days=92),
            due_on=end,
            original_due_on=end,
            yellow_on=end - timedelta(days=15),
            orange_on=end - timedelta(days=7),
            derivation=steps,
            reminded_through=ON - timedelta(days=1),
            next_milestone_on=end - timedelta(days=30),
            started_at=timezone.now(),
        )

    Deadline.objects.bulk_create((clock(n) for n in range(clocks)), batch_size=5000)


def register(model: type) -> None:
    """The kind of clock under measure: recipients by one query, text without any."""

    def recipients(clocks, level):
        found = people_by_organisation("unit_officer", {clock.organisation_id for clock in clocks}, on=ON)
        return {clock.pk: found[clock.organisation_id] for clock in clocks}

    def message(clock, subject, light):
        return f"{subject.name}：答复代表{light.text}", f"应于 {clock.due_on} 前办结。", f"/cases/{subject.pk}/"

    registry.register_kind("reply", name="答复代表", subject_model=model, recipients=recipients, message=message)


if __name__ == "__main__":
    main()
