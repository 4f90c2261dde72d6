"""What the addresses of the issue ledger answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import About, Page

# cai's committee follows neither of them, but committees read the whole ledger.
HOUSE = OFFICE | LEADERS | {"fang", "cai"}
UNIT = frozenset({"feng", "chen"})
ASKED = frozenset({"zhou"})
LISTERS = HOUSE | DEPUTIES | UNIT | {"tao", "wu", "zheng", "chu", "sun", "wei"}
PROBLEMS: dict[str, Any] = {
    "supervision:problems": Page(LISTERS),
    "supervision:problem": About(
        table.named(("problem", HOUSE), ("problem-mending", HOUSE | UNIT), ("problem-claimed", HOUSE | UNIT | ASKED)),
        door=LISTERS,
    ),
}
PROBLEM_LISTS = {
    "supervision:problems": [{"q": "坡道"}, {"situation": "overdue"}, {"situation": "back"}, {"format": "csv"}],
}
