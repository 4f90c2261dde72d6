"""What the addresses of interpellations answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
BUREAU = frozenset({"feng", "chen"})
DOOR = HOUSE | DEPUTIES | BUREAU | {"tao", "wei", "wu", "zheng", "chu", "sun"}
OWN = HOUSE | {"lin", "zhou"}
INTERPELLATIONS: dict[str, Any] = {
    "supervision:interpellations": Page(DOOR),
    "supervision:raise-proposal": Page(OFFICE | DEPUTIES | {"tao", "luo"}, post=422),
    "supervision:interpellation": About(
        table.named(("proposal", OWN), ("proposal-thematic", OWN), ("proposal-accepted", OWN | BUREAU)), door=DOOR
    ),
    "supervision:accept-proposal": RowStep("proposal", OFFICE, OWN),
    "supervision:adopt-proposal": RowStep("proposal-thematic", OFFICE, OWN),
    "supervision:refuse-proposal": RowStep("proposal", OFFICE, OWN),
    "supervision:withdraw-proposal": RowStep("proposal", OFFICE | {"lin", "zhou"}, OWN),
    "supervision:answer-proposal": RowStep("proposal-accepted", OFFICE | BUREAU, OWN | BUREAU),
    "supervision:plan-judging-ballot": RowStep("proposal-answered", OFFICE, OWN | BUREAU),
    "supervision:judge-answer": RowStep("proposal-answered", OFFICE, OWN | BUREAU),
}
INTERPELLATION_LISTS: dict[str, Any] = {"supervision:interpellations": [{"q": "质询"}, {"format": "csv"}]}
