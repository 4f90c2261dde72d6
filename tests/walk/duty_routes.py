"""What the addresses of the performance file answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import READERS, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Who opens lin's file: herself, who leads her delegation and her group, the clerk of her township.
SEES = HOUSE | {"lin", "head", "convener", "wei"}
SITTING = DEPUTIES | {"tao"}
DUTIES: dict[str, Any] = {
    "deputies:my-file": Page(SITTING, shut=404, post_shut=405),
    "deputies:file": About(table.named(("duty-file", SEES)), unseen=404),
    "deputies:enter-duty": RowStep("duty-file", OFFICE, READERS),
    "deputies:duties": Page(READERS),
    "deputies:duties-waiting": Page(READERS),
    "deputies:objections": Page(READERS),
    "deputies:answer-objection": RowStep("duty-objection", OFFICE, SEES),
    "deputies:report-duty": Page(SITTING, post=422),
    "deputies:duty": About(table.named(("duty", SEES), ("duty-reported", SEES)), unseen=404),
    "deputies:confirm-duty": RowStep("duty-reported", OFFICE | {"convener"}, SEES, empty=302),
    "deputies:decline-duty": RowStep("duty-reported", OFFICE | {"convener"}, SEES),
    "deputies:take-back-duty": RowStep("duty-reported", frozenset({"lin"}), SEES, empty=302),
    "deputies:correct-duty": RowStep("duty", OFFICE, SEES),
    "deputies:remove-duty": RowStep("duty", OFFICE, SEES),
    "deputies:object-duty": RowStep("duty", frozenset({"lin"}), SEES, get=409, empty=409),
    "deputies:scheme": About(table.named(("scheme", READERS)), unseen=403, post_shut=403),
}
