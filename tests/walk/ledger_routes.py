"""What the addresses of promises, key supervision and the handling fund answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import CLERKS, DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep, Step
from tests.walk.world import CONCERNED

UNIT = frozenset({"feng", "chen"})
WITH_UNIT = DEPUTIES | OFFICE | LEADERS | UNIT | {"fang", "sun"}
LIN = frozenset({"lin"})
# Registered, and not on the list of the year.
UNLISTED = (
    *("registered", "to-split", "assigned", "handling", "drafted", "signed", "replied", "rehandling", "closed"),
    *("published", "objection", "extension", "appeal", "with-co-unit", "on-paper", "kept", "confirmed", "mediation"),
    *("consulted", "listed", "court"),
)
LOOKS_BACK = OFFICE | LEADERS | {"fang", "cai"}
LEDGER: dict[str, Any] = {
    "suggestions:ledger": Page(),
    "suggestions:promise": About(table.named(("promise", WITH_UNIT), ("confirmed-promise", WITH_UNIT))),
    "suggestions:record-progress": RowStep("promise", UNIT, WITH_UNIT),
    "suggestions:rate-promise": RowStep("confirmed-promise", LIN, WITH_UNIT),
    # The period of the second rating still runs.
    "suggestions:settle-promise": RowStep("confirmed-promise", CLERKS, WITH_UNIT, get=409, empty=409),
    "suggestions:explain-carry": RowStep("carry", UNIT, WITH_UNIT),
    "suggestions:statements": Page(),
    "suggestions:statement": About(
        table.named(("statement", UNIT | OFFICE | LEADERS), ("sent-statement", UNIT | OFFICE | LEADERS | {"lin"}))
    ),
    "suggestions:send-statement": RowStep("statement", UNIT, OFFICE | LEADERS),
    "suggestions:receive-statement": RowStep("sent-statement", LIN, UNIT | OFFICE | LEADERS, empty=302),
    "suggestions:look-backs": Page(),
    "suggestions:open-look-back": Page(CLERKS, post=422),
    "suggestions:look-back": About(table.named(("look-back", LOOKS_BACK | UNIT))),
    "suggestions:close-look-back": RowStep("look-back", CLERKS, LOOKS_BACK | UNIT),
    "suggestions:answer-look-back": RowStep("look-back-item", UNIT, CONCERNED),
}
KEY: dict[str, Any] = {
    "suggestions:key-list": Page(),
    "suggestions:key-item": About(table.named(("key", WITH_UNIT))),
    "suggestions:choose-key": Step(
        table.office,
        frozenset(UNLISTED),
    ),
    "suggestions:record-supervision": RowStep("key", CLERKS | {"fang"}, WITH_UNIT),
    "suggestions:report-supervision": RowStep("key", CLERKS | {"fang"}, WITH_UNIT),
    "suggestions:end-supervision": RowStep("key", CLERKS, WITH_UNIT, get=409, empty=409),
    "suggestions:remove-key": RowStep("key", CLERKS, WITH_UNIT),
    "suggestions:publish-key": RowStep("key", CLERKS, WITH_UNIT),
    "suggestions:unpublish-key": RowStep("key", CLERKS, WITH_UNIT, get=409, empty=409),
    "suggestions:public-key": Page(OPEN),
}
CONGRESS = OFFICE | LEADERS | DEPUTIES | {"fang", "cai"}
FUND_READERS = CONGRESS | {"wei"}
CARRIER = frozenset({"wei"})
FUND: dict[str, Any] = {
    "suggestions:funds": Page(),
    "suggestions:set-pot": Page(CLERKS, post=422),
    "suggestions:fund": About(table.named(("fund", FUND_READERS))),
    "suggestions:adjust-pot": RowStep("fund", CLERKS, FUND_READERS),
    "suggestions:fund-applications": Page(),
    # Applying is not switched on here.
    "suggestions:apply-for-fund": Step(table.unit, frozenset(), of_part=True),
    "suggestions:screen-application": RowStep("fund-application", CLERKS, CONCERNED),
    "suggestions:choose-project": Step(
        lambda case: CLERKS if case.office == CLERKS else frozenset(), frozenset((*UNLISTED, "tracking"))
    ),
    "suggestions:fund-project": About(table.named(("fund-project", FUND_READERS))),
    "suggestions:start-project": RowStep("fund-project", CARRIER, FUND_READERS),
    "suggestions:report-project": RowStep("fund-project", CARRIER, FUND_READERS, get=409, empty=409),
    "suggestions:complete-project": RowStep("fund-project", CARRIER, FUND_READERS, get=409, empty=409),
    "suggestions:accept-project": RowStep("fund-project", CLERKS, FUND_READERS, get=409, empty=409),
    "suggestions:pay-project": RowStep("fund-project", CLERKS, FUND_READERS, get=409, empty=409),
    "suggestions:adjust-project": RowStep("fund-project", CLERKS, FUND_READERS),
    "suggestions:cancel-project": RowStep("fund-project", CLERKS, FUND_READERS),
}
