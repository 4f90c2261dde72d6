"""What the addresses of ballots answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import ANONYMOUS, DEPUTIES, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
OPEN = SIGNED_IN | {ANONYMOUS}
DOOR = HOUSE | DEPUTIES | {"tao"}
# lin stands on the roll.
SEES = HOUSE | {"lin"}
CHAIRS = frozenset({"zhao", "qian"})
ROLL = frozenset({"zhao", "qian", "luo", "lin"})
KINDS = ("ballot-planned", "ballot-open", "ballot-closed", "ballot-counted", "ballot-announced")
BALLOTS: dict[str, Any] = {
    "supervision:ballots": Page(DOOR),
    "supervision:plan-ballot": Page(OFFICE | {"fang", "cai"}, post=422),
    "supervision:ballot": About(table.named(*((kind, SEES) for kind in KINDS), ("ballot-published", DOOR)), door=DOOR),
    "supervision:vote": RowStep("ballot-open", ROLL, SEES),
    "supervision:ballot-turnout": About(table.named(("ballot-open", SEES))),
    "supervision:ballot-record": About(table.named(("ballot-announced", SEES))),
    "supervision:open-ballot": RowStep("ballot-planned", OFFICE, SEES),
    "supervision:cancel-ballot": RowStep("ballot-planned", OFFICE, SEES),
    "supervision:close-ballot": RowStep("ballot-open", OFFICE | CHAIRS, SEES, empty=302),
    # he has counted.
    "supervision:enter-reading": RowStep("ballot-closed", OFFICE - {"he"}, SEES),
    "supervision:announce-ballot": RowStep("ballot-counted", OFFICE | CHAIRS, SEES, empty=302),
    "supervision:results": Page(OPEN),
    "supervision:result": About(
        table.named(("ballot-published", OPEN), ("ballot-announced", frozenset())), anonymous=404
    ),
    "supervision:result-record": About(
        table.named(("ballot-published", OPEN), ("ballot-announced", frozenset())), anonymous=404
    ),
    "supervision:annul-ballot": RowStep("ballot-counted", OFFICE | CHAIRS, SEES),
}
BALLOT_LISTS = {
    "supervision:ballots": [{"q": "测评"}, {"state": "open"}, {"format": "csv"}],
    "supervision:results": [{"q": "公开"}],
}
