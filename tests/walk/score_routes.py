"""What the addresses of scorings answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, OFFICE
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | {"zhao", "qian"}
SCORERS = frozenset({"luo", "fang"})
KEEPERS = frozenset({"wei", "jiang"})
LISTERS = HOUSE | SCORERS | KEEPERS
# Whoever may be asked to score opens the pages, and finds what he was asked.
DOOR = LISTERS | DEPUTIES | {"tao", "cai"}
SCORES: dict[str, Any] = {
    "stations:score-rounds": Page(DOOR),
    "stations:open-scoring": Page(OFFICE, post=422),
    "stations:score-round": About(table.named(("score-round", LISTERS)), door=DOOR),
    # Whoever is scored or scores compares when it is published.
    "stations:score-comparison": About(table.named(("score-round", HOUSE)), door=DOOR),
    "stations:publish-scores": RowStep("score-round", OFFICE, LISTERS),
    "stations:score": About(
        table.named(("score", LISTERS), ("score-street", HOUSE | SCORERS), ("score-local", HOUSE | SCORERS | {"wei"})),
        door=DOOR,
    ),
    "stations:rate-station": RowStep("score", KEEPERS, LISTERS),
    "stations:score-on-site": RowStep("score-on-site", SCORERS, LISTERS),
    # Not while there is time to rate oneself.
    "stations:pass-self-rating": RowStep("score", OFFICE, LISTERS, get=409, empty=409),
}
SCORE_LISTS = {"stations:score-rounds": [{"page": "2"}]}
