"""What the addresses of tasks handed down answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import LEADERS, OFFICE
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
SEES = HOUSE | {"wei"}
# One is the township's, one the deputies committee's.
WEI = frozenset({"wei"})
OWN_COMMITTEE = OFFICE | {"cai"}
HANDED: dict[str, Any] = {
    "supervision:handed-tasks": Page(SEES),
    "supervision:handed-owed": Page(SEES),
    "supervision:handed-reports": Page(SEES),
    "supervision:hand-down": Page(OFFICE, post=422),
    "supervision:handed-task": About(table.named(("handed", SEES), ("handed-above", HOUSE)), door=SEES),
    "supervision:take-handed": RowStep("handed", WEI, SEES),
    "supervision:note-handed": RowStep("handed-taken", WEI, SEES),
    "supervision:report-handed": RowStep("handed-above", OWN_COMMITTEE, HOUSE),
    "supervision:return-handed": RowStep("handed-reported", OFFICE, SEES),
    "supervision:send-handed-up": RowStep("handed-above-reported", OFFICE, HOUSE),
    "supervision:bounce-handed": RowStep("handed-sent-up", OFFICE, HOUSE),
    "supervision:close-handed": RowStep("handed-reported", OFFICE, SEES, empty=302),
    "supervision:cancel-handed": RowStep("handed", OFFICE, SEES),
}
HANDED_LISTS = {"supervision:handed-tasks": [{"state": "handed"}, {"source": "upper"}, {"format": "csv"}]}
