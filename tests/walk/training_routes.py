"""What the addresses of training answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import READERS, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Who reads the plan of wei's township.
TOWNSHIP = HOUSE | {"wei", "lin", "deng", "head", "convener", "tao"}
STUDYING = OFFICE | {"fang", "cai"}


TRAINING: dict[str, Any] = {
    "suggestions:choose-case": RowStep("case-session", OFFICE, HOUSE),
    "deputies:training": Page(READERS),
    "deputies:make-training-plan": Page(OFFICE | {"wei"}, post=422),
    "deputies:training-plan": About(table.named(("training-plan", READERS), ("township-plan", TOWNSHIP))),
    "deputies:adopt-training-plan": RowStep("draft-plan", OFFICE, frozenset()),
    "deputies:add-course": RowStep("training-plan", OFFICE, READERS),
    "deputies:course": About(table.named(("course", READERS), ("township-course", TOWNSHIP))),
    "deputies:change-course": RowStep("course", OFFICE, READERS),
    "deputies:drop-course": RowStep("spare-course", OFFICE, READERS),
    "deputies:open-batch": RowStep("course", OFFICE, READERS),
    "deputies:invite-to-batch": RowStep("batch", OFFICE, READERS),
    "deputies:training-coverage": Page(HOUSE),
    "deputies:materials": Page(READERS),
    "deputies:issue-material": Page(OFFICE, post=422),
    "deputies:material": About(table.named(("material", READERS))),
    "deputies:finish-material": RowStep("material", DEPUTIES | {"tao"}, READERS, empty=302),
    "deputies:withdraw-material": RowStep("material", OFFICE, READERS),
    "deputies:staff-studies": Page(HOUSE),
    "deputies:plan-staff-study": Page(STUDYING, post=422),
    "deputies:staff-study": About(table.named(("study", HOUSE))),
    "deputies:record-staff-study": RowStep("study", OFFICE | {"cai"}, HOUSE),
    "deputies:drop-staff-study": RowStep("study", OFFICE | {"cai"}, HOUSE),
}
