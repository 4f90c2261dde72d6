"""How often somebody may ask for what costs the house much: a person by his account, everybody else by his address."""

from django.core.cache import cache
from django.http import HttpRequest
from redis.exceptions import RedisError

from foundation.accounts.addresses import client_address
from foundation.workdays.clock import now

MINUTE = 60


class TooManyRequests(Exception):
    """Asked more often in this minute than the setting allows; LookMiddleware answers with the page for 429."""


def count(request: HttpRequest, what: str, most: int) -> None:
    """Counts one request of the kind `what`. Raises TooManyRequests beyond `most` in a minute; 0 is no limit.

    `most` comes from settings, so that a district behind one address can raise it.
    """
    if most and _counted(request, what) > most:
        raise TooManyRequests


def refuse_beyond(request: HttpRequest, what: str, most: int) -> None:
    """As `count`, without counting this one."""
    if most and cache.get(_key(request, what), 0) >= most:
        raise TooManyRequests


def _counted(request: HttpRequest, what: str) -> int:
    key = _key(request, what)
    try:
        cache.add(key, 0, 2 * MINUTE)
        return cache.incr(key)
    except (RedisError, OSError, ValueError):
        # While the cache is away searching goes on uncounted: readers are worth more than the limit.
        return 0


def _key(request: HttpRequest, what: str) -> str:
    who = f"user-{request.user.pk}" if request.user.is_authenticated else f"at-{client_address(request)}"
    return f"limit:{what}:{who}:{int(now().timestamp()) // MINUTE}"
