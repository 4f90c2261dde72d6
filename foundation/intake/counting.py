"""How often an address has sent a kind of form lately. Kept on the cache alone, under a keyed hash, for the window."""

from ipaddress import ip_address, ip_network

from django.core.cache import cache
from redis.exceptions import RedisError

from foundation.intake.models import IntakeLimit
from foundation.vault.lookup import lookup_hash


def place_of(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 that one IPv6 household or server holds."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{address}/64", strict=False)) if parsed.version == 6 else str(parsed)


class Counter:
    """The count of one kind of form from one address. While the cache is away everything counts as the first."""

    def __init__(self, limit: IntakeLimit, address: str) -> None:
        self.place = lookup_hash(place_of(address), "intake.address")[:32]
        self.limit, self.key = limit, f"intake:{limit.key}:{self.place}"

    @property
    def sent(self) -> int:
        """How many were taken in the window."""
        try:
            return int(cache.get(self.key, 0))
        except (RedisError, OSError):
            return 0

    def add(self) -> int:
        """Counts one more; answers how many there were before it."""
        try:
            # The window begins with the first and is not lengthened by those that follow.
            cache.add(self.key, 0, self.limit.window_minutes * 60)
            return cache.incr(self.key) - 1
        except (RedisError, OSError, ValueError):
            return 0

    def take_back(self) -> None:
        """The one counted last was not taken after all."""
        try:
            cache.decr(self.key)
        except (RedisError, OSError, ValueError):
            return

    def take_turn(self, seconds: int) -> bool:
        """Whether nobody of this address passed by waiting alone within `seconds`; takes the turn."""
        return once(f"{self.key}:turn", seconds)


def once(key: str, seconds: int) -> bool:
    """True for the first who asks within `seconds`."""
    try:
        return bool(cache.add(key, 1, max(1, seconds)))
    except (RedisError, OSError):
        return True
