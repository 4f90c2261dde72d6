"""What the addresses of topical deliberations answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
KEEPS = OFFICE | {"wei", "jiang"}
TABLE = HOUSE | KEEPS | {"lin", "zhou", "feng", "chen"}
DOOR = HOUSE | DEPUTIES | {"tao", "wei", "jiang", "feng", "chen", "wu", "zheng", "chu", "sun"}
DELIBERATIONS: dict[str, Any] = {
    "stations:deliberations": Page(DOOR),
    "stations:plan-deliberation": Page(KEEPS, post=422),
    "stations:deliberation": About(table.named(("deliberation", TABLE), ("deliberation-held", TABLE)), door=DOOR),
    "stations:hold-deliberation": RowStep("deliberation", KEEPS, TABLE),
    "stations:cancel-deliberation": RowStep("deliberation", KEEPS, TABLE),
    "stations:raise-at-deliberation": RowStep("deliberation-held", KEEPS, TABLE),
    # An opinion of it is on its way.
    "stations:close-deliberation": RowStep("deliberation-held", KEEPS, TABLE, get=409, empty=409),
    "stations:publish-deliberation": RowStep("deliberation-public", OFFICE, TABLE),
    "stations:unpublish-deliberation": RowStep("deliberation-public", OFFICE, TABLE),
    "stations:public-deliberations": Page(OPEN),
    "stations:public-deliberation": About(table.named(("deliberation-public", OPEN)), anonymous=200),
}
DELIBERATION_LISTS = {"stations:deliberations": [{"q": "停车"}, {"format": "csv"}]}
