"""What the addresses of the performance file answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import READERS, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Who opens lin's file: herself, who leads her delegation and her group, the clerk of her township.
SEES = HOUSE | {"lin", "head", "convener", "wei"}
SITTING = DEPUTIES | {"tao"}
# Whose work it is to read the files of others.
RANKING = HOUSE | {"head", "convener", "wei"}
DUTIES: dict[str, Any] = {
    "deputies:my-file": Page(SITTING, shut=404, post_shut=405),
    "deputies:file": About(table.named(("duty-file", SEES)), unseen=404),
    "deputies:enter-duty": RowStep("duty-file", OFFICE, READERS),
    "deputies:duties": Page(READERS),
    "deputies:duties-waiting": Page(READERS, post=422),
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
    "deputies:ranking": Page(RANKING),
    "deputies:snapshots": Page(READERS),
    "deputies:ask-snapshot": Page(OFFICE, post=422),
    "deputies:snapshot": About(table.named(("snapshot", READERS), ("snapshot-asked", RANKING)), unseen=404),
    "deputies:snapshot-progress": About(table.named(("snapshot-asked", RANKING)), unseen=404),
    "deputies:ask-snapshot-again": RowStep("snapshot", OFFICE, READERS, get=409, empty=409),
    "deputies:correct-snapshot": RowStep("snapshot", OFFICE, READERS),
    "deputies:standing": About(table.named(("standing", SEES)), unseen=404),
}
