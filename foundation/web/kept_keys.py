"""Which few rows a panel has something to say about, so that the pages of all the others ask nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction

SECONDS = 300


@dataclass(frozen=True)
class KeptKeys:
    """Keys that only grow, kept under `name` for some minutes and made anew when one joins them."""

    name: str

    def of(self, keys: Iterable[int]) -> frozenset[int]:
        """All keys; `keys` is only read when nothing is kept."""
        kept = cache.get(self.name)
        if kept is None:
            kept = frozenset(keys)
            cache.set(self.name, kept, SECONDS)
        return kept

    def forget(self) -> None:
        """A key has just joined; once more when everybody can see it, for somebody may have asked meanwhile."""
        cache.delete(self.name)
        transaction.on_commit(lambda: cache.delete(self.name))
