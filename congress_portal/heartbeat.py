"""Whether scheduler, broker and worker live: beat sends a task every minute, and the worker notes the time."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

KEY = "portal:heartbeat"
# The task goes out every minute; five missed ones are no hiccup any more.
SILENT_AFTER = timedelta(minutes=5)


def beat(at: datetime) -> None:
    """Note that a scheduled task has arrived. Kept in the cache: one gone with a restart is there again in a minute."""
    cache.set(KEY, at.isoformat(), None)


def last_beat() -> datetime | None:
    """When the last scheduled task arrived; None when none did."""
    noted = cache.get(KEY)
    return datetime.fromisoformat(noted) if noted else None


def age(at: datetime | None = None) -> timedelta | None:
    """Time since the last beat."""
    last = last_beat()
    return (at or timezone.now()) - last if last else None
