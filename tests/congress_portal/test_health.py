"""Live, ready, deep: who may ask, and what the answer is in good and bad weather."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from congress_portal import heartbeat
from congress_portal.tasks import note_heartbeat
from foundation.workdays.models import CalendarYear

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _calendars_loaded() -> None:
    """Whatever year the suite runs in, the next one's holidays are known."""
    now = timezone.now()
    for year in (now.year, now.year + 1):
        CalendarYear.objects.update_or_create(
            year=year, defaults={"is_official": True, "notice": "国办发明电", "loaded_at": now}
        )


def test_anybody_learns_that_the_process_lives(client) -> None:
    assert client.get("/health/live").json() == {"status": "ok"}


def test_ready_when_database_and_cache_answer(client) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": True, "cache": True})


def test_not_ready_names_what_is_away(client, settings) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["cache"], answer.json()["database"]) == (503, False, True)


def test_strangers_and_clerks_find_no_deep_health(client, cast, signed_in) -> None:
    assert client.get("/health/deep").status_code == 404
    assert client.get("/health/deep", headers={"authorization": "Bearer "}).status_code == 404
    assert signed_in(cast.he).get("/health/deep").status_code == 404


def test_a_monitor_with_the_token_sees_the_outcomes(client, settings) -> None:
    settings.HEALTH_TOKEN = "a-long-token"
    assert client.get("/health/deep", headers={"authorization": "Bearer wrong"}).status_code == 404
    cache.clear()
    answer = client.get("/health/deep", headers={"authorization": "Bearer a-long-token"})
    assert answer.status_code == 503
    assert answer.json()["beat_age_seconds"] is None
    note_heartbeat()
    answer = client.get("/health/deep", headers={"authorization": "Bearer a-long-token"})
    assert (answer.status_code, answer.json()["ok"]) == (200, True), answer.json()


def test_the_system_administrator_sees_them_too(cast, signed_in) -> None:
    heartbeat.beat(timezone.now() - timedelta(minutes=6))
    answer = signed_in(cast.shen).get("/health/deep")
    assert answer.status_code == 503
    assert {found["key"] for found in answer.json()["findings"] if found["count"]} == {"beat.silent"}
