"""What the addresses of reports to voters answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, READERS, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# lin herself, the head of her delegation, the clerk of her township; what is published every deputy of the term.
OF_LIN = HOUSE | {"lin", "head", "wei"}
PUBLISHED = OF_LIN | DEPUTIES | {"tao"}
KEEPS = OFFICE | {"wei"}
LIN = frozenset({"lin"})
VOTER_REPORTS: dict[str, Any] = {
    "deputies:voter-reports": Page(READERS),
    "deputies:plan-voter-reports": Page(KEEPS, post=422),
    "deputies:call-report-meeting": Page(KEEPS, post=422),
    "deputies:voter-report-coverage": Page(HOUSE | {"wei"}),
    "deputies:voter-report": About(
        table.named(("report-planned", OF_LIN), ("report-counted", PUBLISHED), ("report-rectified", PUBLISHED)),
        door=READERS,
    ),
    "deputies:write-statement": RowStep("report-planned", LIN, OF_LIN, empty=302),
    "deputies:read-statement": RowStep("report-submitted", KEEPS, OF_LIN),
    "deputies:enter-ballot": RowStep("report-held", KEEPS, PUBLISHED),
    # he entered the figures and may not check them.
    "deputies:check-ballot": RowStep("report-counted", KEEPS - {"he"}, PUBLISHED),
    "deputies:submit-rectification": RowStep("report-rectifying", LIN, PUBLISHED),
    "deputies:confirm-rectification": RowStep("report-rectified", KEEPS, PUBLISHED),
    "deputies:move-report": RowStep("report-planned", KEEPS, OF_LIN),
    "deputies:cancel-report": RowStep("report-planned", KEEPS, OF_LIN),
    "deputies:public-voter-reports": Page(OPEN),
    "deputies:public-voter-report": About(
        table.named(("report-held", OPEN), ("report-rectified", OPEN)), anonymous=404
    ),
}
