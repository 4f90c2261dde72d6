"""Large invented data for measuring: the demonstration district with many more deputies and suggestions.

The rows are written in their final state by COPY; every constraint of the database holds for them. The same seed gives
the same rows for the same day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.db import transaction

from congress_portal.demo.load import cases, duties, indexes, people
from congress_portal.demo.load.stage import Stage, stage_for


@dataclass(frozen=True)
class Wanted:
    """What to load. The story of the years ends on `day`; `deputies` is how many seats there are in the end, those
    that are added at so many `levels`; `duties` are lines of performance files.
    """

    deputies: int
    suggestions: int
    years: int
    seed: int
    day: date
    levels: int = 1
    duties: int = 0


@transaction.atomic
def load(wanted: Wanted, progress: Callable[[int, int], None]) -> dict[str, int]:
    """Writes everything or nothing; answers Chinese name → how many rows. `progress(done, of)` from time to time."""
    people.seat(wanted.day, wanted.deputies, wanted.seed, wanted.levels)
    people.staff(wanted.day, wanted.seed)
    stage: Stage = stage_for(wanted.day, wanted.years)
    with indexes.rebuilt_after(wanted.suggestions):
        counts = cases.write(stage, Random(f"suggestions {wanted.seed}"), wanted.suggestions, progress)
    return counts | duties.write(wanted.day, wanted.years, wanted.duties, Random(f"duties {wanted.seed}"))
