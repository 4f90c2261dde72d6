from datetime import date, datetime

import pytest
from django.utils import timezone

from foundation import deadlines
from foundation.deadlines import health, registry
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


def count(key: str, on: date) -> int:
    return {finding.key: finding.count for finding in health.findings(on)}[key]


@pytest.fixture
def clock(unit) -> Deadline:
    at = timezone.make_aware(datetime(2026, 3, 2, 10))
    return deadlines.start("reply", unit, on=date(2026, 3, 2), organisation=unit, by=None, at=at)


def test_a_quiet_house_has_no_trouble(cast, clock):
    assert not any(finding.count for finding in health.findings(date(2026, 3, 3)))


def test_a_reminder_due_and_not_told_is_seen_the_next_morning(cast, clock):
    assert count("reminders.unsent", date(2026, 5, 3)) == 0
    assert count("reminders.unsent", date(2026, 5, 4)) == 1
    remind_due(date(2026, 5, 4))
    assert count("reminders.unsent", date(2026, 5, 5)) == 0


def test_faults_and_clocks_nobody_hears_are_seen(cast, clock, kinds):
    kinds(message=lambda clock, subject, light: 1 / 0)
    remind_due(date(2026, 5, 3))
    assert count("reminders.faults", date(2026, 5, 3)) == 1


def test_a_room_s_invariant_is_counted_and_one_that_breaks_is_no_silence(monkeypatch):
    monkeypatch.setattr(registry, "_invariants", {})
    registry.register_invariant("在办建议没有期限", lambda: 3)
    registry.register_invariant("在办信件没有期限", lambda: 1 / 0)
    texts = {finding.text: finding.count for finding in health.findings(date(2026, 3, 2)) if "没有期限" in finding.text}
    assert texts == {"件在办建议没有期限": 3, "项检查未能运行（在办信件没有期限），请查看日志": 1}
