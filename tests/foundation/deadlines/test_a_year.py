"""A year day by day, with outages of an hour to a fortnight, doubled schedulers and crashes, against a plain model."""

import contextlib
import random
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.deadlines.models import Deadline, Reminder
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice, OutboxMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]
FIRST = date(2026, 1, 1)
BEFORE = (30, 15, 7, 3, 1, 0)
PEOPLE = {30: 1, 15: 1, 7: 2, 3: 2, 1: 2, 0: 4}
WEEKLY = 4


class Crash(Exception):
    """The power goes."""


def at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour, 5))


def runs(chance: random.Random) -> list[datetime]:
    """The moments at which the scheduler comes round: three times a day, but for the outages."""
    moments = [at(FIRST + timedelta(days=n), hour) for n in range(365) for hour in (8, 13, 18)]
    for _ in range(14):
        start = chance.choice(moments)
        end = start + chance.choice([timedelta(hours=1), timedelta(hours=9), timedelta(days=3), timedelta(days=14)])
        moments = [moment for moment in moments if not start <= moment <= end]
    return [moment for moment in moments if chance.random() < 0.8]


def model(clock: Deadline, met: date | None, ran: list[date]) -> dict[date, tuple[str, int]]:
    """What has to stand in the ledger: day of the milestone → (outcome, people)."""
    weeks = [clock.due_on + timedelta(days=7 * n) for n in range(1, 60)]
    days = {clock.due_on - timedelta(days=n): PEOPLE[n] for n in BEFORE} | dict.fromkeys(weeks, WEEKLY)
    wanted: dict[date, tuple[str, int]] = {}
    through = clock.started_on
    for day in ran:
        if day < clock.started_on or (met and day >= met):
            continue
        owed = sorted(d for d in days if through < d <= day)
        for missed in owed[:-1]:
            wanted[missed] = ("superseded", 1)
        if owed:
            wanted[owed[-1]] = ("sent", days[owed[-1]])
        through = max(through, day)
    return wanted


@pytest.mark.parametrize("seed", [1, 2])
def test_every_due_message_stands_once_in_the_ledger(cast, seed):
    chance = random.Random(seed)
    starts = {chance.randrange(250): [] for _ in range(8)}
    met_on: dict[int, date] = {}
    clocks: list[Deadline] = []
    ran: list[date] = []
    cases = iter(Organisation.objects.bulk_create(Organisation(name=f"第{n}号", kind="court") for n in range(8)))
    schedule = runs(chance)
    for n in range(365):
        day = FIRST + timedelta(days=n)
        if n in starts:
            case = next(cases)
            clocks.append(deadlines.start("reply", case, on=day, organisation=cast.education, by=None, at=at(day, 7)))
            if chance.random() < 0.7:
                met_on[clocks[-1].pk] = clocks[-1].due_on + timedelta(days=chance.randrange(-40, 30))
        for clock in clocks:
            if met_on.get(clock.pk) == day:
                deadlines.meet("reply", clock.subject, at=at(day, 7))
        for moment in [moment for moment in schedule if moment.date() == day]:
            for _ in range(chance.choice([1, 1, 2])):
                run_once(day, moment, crash=chance.random() < 0.2)
            ran.append(day)
    for clock in clocks:
        found: dict[date, list[str]] = {}
        for occurrence, outcome in clock.reminders.values_list("occurrence", "outcome"):
            found.setdefault(occurrence, []).append(outcome)
        wanted = model(clock, met_on.get(clock.pk), ran)
        assert found == {day: [outcome] * people for day, (outcome, people) in wanted.items()}
    sent = Reminder.objects.filter(outcome="sent").count()
    assert Notice.objects.count() == OutboxMail.objects.count() == sent > 50


def run_once(day: date, moment: datetime, *, crash: bool) -> None:
    """One run of the job; a crash undoes it, as a killed process would, and the next run makes it good."""
    if crash:
        with contextlib.suppress(Crash), transaction.atomic():
            remind_due(day, at=moment)
            raise Crash
    remind_due(day, at=moment)
