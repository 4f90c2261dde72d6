"""The health of outcomes: every trouble is found, and nothing is reported when all is well."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command

from congress_portal import heartbeat
from congress_portal.outcomes import check_outcomes
from foundation.audit import record
from foundation.workdays.models import CalendarYear

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def troubles(at: datetime = NOW) -> dict[str, int]:
    return {finding.key: finding.count for finding in check_outcomes(at).findings if finding.is_trouble}


@pytest.fixture(autouse=True)
def _well() -> None:
    """The scheduler lives and next year's calendar is there (asked for from November on)."""
    heartbeat.beat(NOW - timedelta(seconds=50))
    CalendarYear.objects.update_or_create(
        year=2027, defaults={"is_official": True, "notice": "国办发明电", "loaded_at": NOW}
    )


def test_nothing_is_reported_when_all_is_well() -> None:
    outcomes = check_outcomes(NOW)
    assert outcomes.ok, troubles()
    assert (outcomes.beat_age_seconds, outcomes.calendar_loaded_until) == (50, 2027)


def test_a_silent_scheduler_is_found() -> None:
    heartbeat.beat(NOW - timedelta(minutes=5, seconds=1))
    assert troubles() == {"beat.silent": 1}
    cache.clear()
    assert troubles() == {"beat.silent": 1}


def test_a_missing_calendar_year_is_found_from_november_on() -> None:
    CalendarYear.objects.filter(year=2027).delete()
    assert troubles() == {"calendar.missing": 1}
    october = datetime(2026, 10, 20, 2, 0, tzinfo=UTC)
    heartbeat.beat(october)
    assert troubles(october) == {}


def test_an_event_that_nobody_seals_is_found(cast) -> None:
    event = record("test.happened", cast.education, by=cast.he, at=NOW)
    assert troubles(event.recorded_at + timedelta(minutes=59)).get("audit.unsealed") is None
    assert troubles(event.recorded_at + timedelta(minutes=61))["audit.unsealed"] == 1


def test_the_command_prints_what_a_program_reads(capsys) -> None:
    call_command("check_outcomes", json=True)
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"ok", "at", "beat_age_seconds", "calendar_loaded_until", "findings"}
    assert {"key", "text", "count", "url"} == set(answer["findings"][0])


def test_the_command_tells_a_monitor_by_its_exit(capsys) -> None:
    cache.clear()
    call_command("check_outcomes")
    assert "异常  1 个定时任务进程没有响应" in capsys.readouterr().out
    with pytest.raises(CommandError, match="有需要处理的异常"):
        call_command("check_outcomes", strict=True)
