"""What the addresses of the restricted list answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import LEADERS, OFFICE
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
CHAIR = frozenset({"zhao"})
HANDLE = frozenset({"fang", "xu"})
# The chair by his post, the others by name: two handlers and a reader.
READ = CHAIR | HANDLE | {"luo"}
CLUES: dict[str, Any] = {
    "supervision:clues": Page(HOUSE),
    "supervision:clues-waiting": Page(HOUSE),
    "supervision:register-clue": Page(HANDLE, post=422),
    "supervision:clue-readers": Page(READ),
    "supervision:name-clue-reader": Page(CHAIR, post=422),
    "supervision:end-clue-reader": RowStep("clue-reader", CHAIR, READ),
    "supervision:clue": About(table.named(("clue", READ), ("clue-handed", READ))),
    "supervision:clue-paper": About(table.named(("clue-handed", READ))),
    "supervision:amend-clue": RowStep("clue", HANDLE, READ),
    "supervision:examine-clue": RowStep("clue", frozenset({"xu"}), READ),
    "supervision:return-clue": RowStep("clue-examined", CHAIR, READ),
    "supervision:approve-clue": RowStep("clue-examined-too", CHAIR, READ, empty=302),
    "supervision:drop-clue": RowStep("clue-examined", CHAIR, READ),
    "supervision:hand-clue": RowStep("clue-approved", HANDLE, READ),
    "supervision:receive-clue": RowStep("clue-handed", HANDLE, READ),
    "supervision:accept-clue": RowStep("clue-received", HANDLE, READ),
    "supervision:decline-clue": RowStep("clue-received", HANDLE, READ),
    "supervision:answer-clue": RowStep("clue-accepted", HANDLE, READ),
    "supervision:close-clue": RowStep("clue-answered", HANDLE, READ),
}
CLUE_LISTS = {"supervision:clues": [{"q": "密线索号"}, {"format": "csv"}, {"page": "2"}]}
