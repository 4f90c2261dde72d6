"""What the addresses of bulletins, public feeling and requests answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import About, Page, RowStep
from tests.walk.training_routes import TRAINING

CHAIRS = frozenset({"zhao", "qian"})
SITTING = DEPUTIES | {"tao"}
HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Everybody who acts for a body that something may be passed on to.
UNITS = frozenset({"feng", "chen", "wu", "zheng", "chu", "sun", "wei"})
SEES = OFFICE | CHAIRS | {"lin"}
WITH_UNIT = SEES | {"feng", "chen"}
KNOWING: dict[str, Any] = {
    **TRAINING,
    "deputies:bulletins": Page(HOUSE | SITTING | {"chu", "sun"}),
    "deputies:issue-bulletin": Page(OFFICE | {"chu", "sun"}, post=422),
    "deputies:bulletin": About(table.named(("bulletin", HOUSE | {"lin", "zhou", "chu"}))),
    "deputies:read-bulletin": RowStep("bulletin", frozenset({"lin", "zhou"}), HOUSE | {"chu"}, empty=302),
    "deputies:remind-bulletin": RowStep("bulletin", OFFICE | {"chu"}, HOUSE | {"lin", "zhou"}, empty=302),
    "deputies:withdraw-bulletin": RowStep("bulletin", OFFICE | {"chu"}, HOUSE | {"lin", "zhou"}),
    "deputies:feelings": Page(SITTING | OFFICE | CHAIRS | UNITS),
    "deputies:report-feeling": Page(SITTING, post=422),
    "deputies:feeling": About(table.named(("feeling", SEES), ("feeling-forwarded", WITH_UNIT))),
    "deputies:report-feeling-again": RowStep("feeling-returned", frozenset({"lin"}), SEES),
    "deputies:return-feeling": RowStep("feeling", OFFICE, SEES),
    "deputies:receive-feeling": RowStep("feeling", OFFICE, SEES, empty=302),
    "deputies:forward-feeling": RowStep("feeling-received", OFFICE, SEES),
    "deputies:recall-feeling": RowStep("feeling-forwarded", OFFICE, WITH_UNIT),
    "deputies:answer-feeling": RowStep("feeling-forwarded", frozenset({"feng", "chen"}), WITH_UNIT),
    "deputies:close-feeling": RowStep("feeling-received", OFFICE, SEES),
    "deputies:requests": Page(SITTING | OFFICE | CHAIRS),
    "deputies:ask-request": Page(SITTING, post=422),
    "deputies:request": About(table.named(("request", SEES), ("request-answered", SEES))),
    "deputies:accept-request": RowStep("request", OFFICE, SEES, empty=302),
    # Protection is never declined.
    "deputies:decline-request": RowStep("request", OFFICE, SEES, get=409, empty=409),
    "deputies:answer-request": RowStep("request-accepted", OFFICE, SEES),
    "deputies:settle-request": RowStep("request-answered", frozenset({"lin"}), SEES, empty=302),
    "deputies:reopen-request": RowStep("request-answered", frozenset({"lin"}), SEES),
    "deputies:withdraw-request": RowStep("request", frozenset({"lin"}), SEES, empty=302),
}
KNOWING_LISTS = {
    "deputies:bulletins": [{"q": "审判"}, {"format": "csv"}],
    "deputies:feelings": [{"q": "路灯"}, {"state": "forwarded"}, {"format": "csv"}, {"format": "xlsx"}],
    "deputies:training": [{"format": "csv"}],
    "deputies:training-coverage": [{"gap": "gap"}, {"who": "new", "format": "csv"}],
    "deputies:materials": [{"format": "csv"}],
}
