"""When public forms were sent today and yesterday, so that other numbers can be tried on what really came.

On the cache alone and to the end of the next day, as the privacy statement says: the second of the day and a name of
the address that is another one every day and cannot be followed from one day to the next. While the cache is away
nothing is noted and nobody is kept waiting.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import RedisError

from foundation.intake.replaying import Passage
from foundation.vault.lookup import lookup_hash

TWO_DAYS = 2 * 24 * 3600
# Of one kind on one day; a flood beyond it adds nothing to what the trial tells.
MOST = 20_000
AT_ONCE = 1000


def note_passage(key: str, place: str, at: datetime) -> str:
    """Keeps that a form of the kind `key` was let through; answers the name by which `forget_passage` drops it."""
    local = timezone.localtime(at)
    second = local.hour * 3600 + local.minute * 60 + local.second
    base, kept = _base(key, local.date()), TWO_DAYS - second
    try:
        cache.add(f"{base}:n", 0, kept)
        number = cache.incr(f"{base}:n")
        if number > MOST:
            return ""
        cache.set(f"{base}:{number}", (second, _today_s_name(place, local.date(), kept)), kept)
    except (RedisError, OSError, ValueError):
        return ""
    return f"{base}:{number}"


def forget_passage(name: str) -> None:
    """What was let through was not kept after all."""
    if name:
        cache.delete(name)


def passages_of(key: str, day: date) -> Sequence[Passage]:
    """What was let through on `day`, in the order it came; nothing older than yesterday is there."""
    base = _base(key, day)
    total = min(int(cache.get(f"{base}:n", 0) or 0), MOST)
    found: list[Passage] = []
    for start in range(1, total + 1, AT_ONCE):
        names = [f"{base}:{number}" for number in range(start, min(start + AT_ONCE, total + 1))]
        found += [Passage(*one) for one in cache.get_many(names).values()]
    return sorted(found)


def _base(key: str, day: date) -> str:
    return f"intake:traffic:{key}:{day:%Y%m%d}"


def _today_s_name(place: str, day: date, kept: int) -> str:
    salt = f"intake:traffic:salt:{day:%Y%m%d}"
    cache.add(salt, secrets.token_urlsafe(16), kept)
    return lookup_hash(f"{cache.get(salt)}:{place}", "intake.traffic")[:16]
