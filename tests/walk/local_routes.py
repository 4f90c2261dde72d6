"""What the addresses of street committees and presidiums answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
DOOR = HOUSE | DEPUTIES | {"tao", "wei"}
# zhou is a member, wei the clerk.
SEES = HOUSE | {"zhou", "wei"}
KEEPS = OFFICE | {"wei"}
LOCAL: dict[str, Any] = {
    "supervision:local": Page(DOOR),
    "supervision:local-meetings": Page(DOOR),
    "supervision:local-items": Page(DOOR),
    "supervision:local-reports": Page(DOOR),
    "supervision:open-local-bodies": Page(OFFICE, post=302),
    "supervision:local-body": About(table.named(("local-body", SEES)), door=DOOR),
    "supervision:add-local-member": RowStep("local-body", KEEPS, SEES),
    "supervision:end-local-member": RowStep("local-member", KEEPS, SEES),
    "supervision:call-local-meeting": RowStep("local-body", KEEPS, SEES),
    "supervision:local-meeting": About(table.named(("local-meeting", SEES), ("local-meeting-held", SEES)), door=DOOR),
    "supervision:hold-local-meeting": RowStep("local-meeting", KEEPS, SEES),
    "supervision:cancel-local-meeting": RowStep("local-meeting", KEEPS, SEES),
    "supervision:draft-local-year": RowStep("local-body", KEEPS, SEES),
    "supervision:local-year": About(
        table.named(("local-draft", SEES), ("local-year", SEES), ("local-reported", SEES)), door=DOOR
    ),
    "supervision:add-local-item": RowStep("local-year", KEEPS, SEES),
    "supervision:file-local-plan": RowStep("local-draft", KEEPS, SEES),
    "supervision:report-local-year": RowStep("local-year", KEEPS, SEES),
    "supervision:return-local-report": RowStep("local-reported", OFFICE, SEES),
    "supervision:archive-local-year": RowStep("local-reported", OFFICE, SEES, empty=302),
    "supervision:finish-local-item": RowStep("local-item", KEEPS, SEES),
    "supervision:drop-local-item": RowStep("local-item", KEEPS, SEES),
    "supervision:publish-local-year": RowStep("local-year", OFFICE, SEES),
    "supervision:unpublish-local-year": RowStep("local-year-public", OFFICE, HOUSE),
    "supervision:publish-local-meeting": RowStep("local-meeting-held", OFFICE, SEES),
    "supervision:unpublish-local-meeting": RowStep("local-meeting-public", OFFICE, HOUSE),
    "supervision:public-local": Page(OPEN),
    "supervision:public-local-body": About(
        table.named(("local-body", frozenset()), ("local-street", OPEN)), anonymous=404
    ),
    "supervision:public-local-year": About(
        table.named(("local-draft", frozenset()), ("local-year", frozenset()), ("local-year-public", OPEN)),
        anonymous=404,
    ),
}
LOCAL_LISTS = {"supervision:local": [{"kind": "township_congress"}, {"format": "csv"}]}
