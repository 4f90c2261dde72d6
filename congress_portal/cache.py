"""The cache on Redis or Valkey; while it is away the portal is slower, not down."""

from collections.abc import Callable, Iterable
from typing import Any

import structlog
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)


class ForgivingClient(RedisCacheClient):
    """Reads miss and writes are dropped while the server is away.

    `add` and `incr` still raise: a limit that cannot count must not let everybody through.
    """

    def __init__(self, servers: list[str], **options: Any) -> None:
        super().__init__(servers, **options)
        self._clients: dict[Any, Any] = {}

    def get_client(self, key: str | None = None, *, write: bool = False) -> Any:
        """One client for each pool: making one anew for each question, as Django does, takes as long as the answer."""
        pool = self._get_connection_pool(write)
        if pool not in self._clients:
            self._clients[pool] = self._client(connection_pool=pool)
        return self._clients[pool]

    def get(self, key: str, default: Any) -> Any:
        """The value, or `default` also when nobody answers."""
        return self._or(default, super().get, key, default)

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        """What is there; nothing when nobody answers."""
        return self._or({}, super().get_many, keys)

    def has_key(self, key: str) -> bool:
        """Whether it is there; not, when nobody answers."""
        return self._or(False, super().has_key, key)

    def set(self, key: str, value: Any, timeout: int | None) -> None:
        """Keep the value if somebody is there to keep it."""
        self._or(None, super().set, key, value, timeout)

    def touch(self, key: str, timeout: int | None) -> bool:
        """Whether the key lives on."""
        return self._or(False, super().touch, key, timeout)

    def delete(self, key: str) -> bool:
        """Whether there was something to forget."""
        return self._or(False, super().delete, key)

    def _or(self, otherwise: Any, ask: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return ask(*arguments)
        except (RedisError, OSError) as problem:
            log.warning("cache_away", problem=str(problem))
            return otherwise


class PortalCache(RedisCache):
    """Django's Redis cache with the forgiving client."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = ForgivingClient
