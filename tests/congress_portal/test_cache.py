"""A cache that is away makes the portal slower, not wrong."""

import time

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as NobodyThere


@pytest.fixture
def away(settings) -> None:
    """The address of a cache nobody serves."""
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}


def test_reads_miss_and_writes_are_dropped(away) -> None:
    began = time.monotonic()
    cache.set("a", 1)
    assert cache.get("a") is None
    assert cache.get("a", "otherwise") == "otherwise"
    assert cache.get_many(["a", "b"]) == {}
    assert "a" not in cache
    assert not cache.touch("a")
    assert not cache.delete("a")
    assert time.monotonic() - began < 2


def test_what_counts_and_locks_does_not_pretend(away) -> None:
    with pytest.raises(NobodyThere):
        cache.add("lock", 1)
    with pytest.raises(NobodyThere):
        cache.incr("limit")


@pytest.mark.django_db
def test_a_signed_in_desk_still_opens(away, cast, signed_in) -> None:
    assert signed_in(cast.he).get("/health/ready").status_code == 503
    assert signed_in(cast.he).get("/notices/", follow=True).status_code == 200


def test_a_cache_that_is_there_keeps_values() -> None:
    cache.set("a", {"人大": 1}, 30)
    assert cache.get("a") == {"人大": 1}
    assert cache.delete("a")
