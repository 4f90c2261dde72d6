"""What the addresses of the yearly evaluation answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import OFFICE
from tests.walk.table import READERS, About, Page, RowStep

HOUSE = OFFICE | {"zhao", "qian"}
# lin herself and the convener of her group.
OF_LIN = HOUSE | {"lin", "convener"}
DISTRICT_DEPUTIES = frozenset({"lin", "zhou", "deng", "tan", "head", "convener"})
LIN = frozenset({"lin"})
EVALUATIONS: dict[str, Any] = {
    "deputies:evaluation-rounds": Page(READERS),
    "deputies:open-evaluations": Page(OFFICE, post=422),
    "deputies:evaluation-round": About(table.named(("evaluation-round", HOUSE | DISTRICT_DEPUTIES)), door=READERS),
    "deputies:publish-evaluations": RowStep("evaluation-round", OFFICE, HOUSE | DISTRICT_DEPUTIES),
    "deputies:show-grades": RowStep("evaluation-round", OFFICE, HOUSE | DISTRICT_DEPUTIES, get=409, empty=409),
    "deputies:evaluation": About(table.named(("evaluation", OF_LIN), ("evaluation-shown", OF_LIN)), door=READERS),
    "deputies:rate-self": RowStep("evaluation", LIN, OF_LIN),
    "deputies:rate-group": RowStep("evaluation", frozenset({"convener"}), OF_LIN, get=409, empty=409),
    "deputies:rate-office": RowStep("evaluation", OFFICE, OF_LIN),
    "deputies:object-evaluation": RowStep("evaluation-shown", LIN, OF_LIN),
    "deputies:answer-evaluation": RowStep("evaluation-shown", OFFICE, OF_LIN, get=409, empty=409),
    "deputies:settle-follow-up": RowStep("evaluation-reminder", OFFICE, HOUSE),
}
