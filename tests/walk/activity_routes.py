"""What the addresses of activities answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import LEADERS, OFFICE
from tests.walk.table import READERS, About, Page

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Asked to it, and who leads the delegation of somebody asked.
ASKED = frozenset({"lin", "zhou", "head"})
ACTIVITIES: dict[str, Any] = {
    "deputies:activities": Page(READERS),
    "deputies:activity": About(
        table.named(("activity", HOUSE | ASKED), ("township-activity", HOUSE | {"wei", "lin", "head"})),
        unseen=404,
    ),
}
