"""What the addresses of purges answer to whom: the office works on them, the audit administrator reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.walk import table
from tests.walk.cases import World
from tests.walk.people import ANONYMOUS, OFFICE
from tests.walk.table import LOGIN, About, Page, Visit

READERS = OFFICE | {"yang"}


@dataclass(frozen=True)
class Of:
    """A step about the purge that `he` has asked for; 403 for everybody else."""

    actors: frozenset[str]
    empty: int
    late: frozenset[str] = frozenset()

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """One visit."""
        answer = (200, self.empty) if person in self.actors else (409, 409) if person in self.late else (403, 403)
        yield (world.rows["purge"].pk,), *((LOGIN, LOGIN) if person == ANONYMOUS else answer)


PURGES: dict[str, Any] = {
    "privacy:purges": Page(READERS),
    "privacy:purge": About(table.named(("purge", READERS)), door=READERS),
    "privacy:ask-purge": Of(frozenset(), 302, late=OFFICE),
    "privacy:confirm-purge": Of(OFFICE - {"he"}, 302),
    "privacy:return-purge": Of(OFFICE, 422),
}
