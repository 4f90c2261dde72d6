"""Large invented data for measuring: the demonstration district with many more deputies and suggestions.

The rows are written in their final state by COPY; every constraint of the database holds for them. The same seed gives
the same rows for the same day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.db import transaction

from congress_portal.demo.load import cases, indexes, people
from congress_portal.demo.load.stage import Stage, stage_for


@dataclass(frozen=True)
class Wanted:
    """What to load. The story of the years ends on `day`; `deputies` is how many seats the congress has in the end."""

    deputies: int
    suggestions: int
    years: int
    seed: int
    day: date


@transaction.atomic
def load(wanted: Wanted, progress: Callable[[int, int], None]) -> dict[str, int]:
    """Writes everything or nothing; answers Chinese name → how many rows. `progress(done, of)` from time to time."""
    people.seat(wanted.day, wanted.deputies, wanted.seed)
    people.staff(wanted.day, wanted.seed)
    stage: Stage = stage_for(wanted.day, wanted.years)
    with indexes.rebuilt_after(wanted.suggestions):
        return cases.write(stage, Random(f"suggestions {wanted.seed}"), wanted.suggestions, progress)
