"""What the addresses of the liaison stations answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
READERS = HOUSE | DEPUTIES | {"tao", "wei", "jiang"}
# Who reads one station's row: besides the house its township, its keeper, its deputies.
OF_STATION = HOUSE | {"wei", "jiang", "lin", "deng"}


def by_code(name: str, seen: frozenset[str], *more: str) -> Any:
    """A public page found by its short address."""
    return lambda world: [((world.rows[name].code, *more), seen)]


STATIONS: dict[str, Any] = {
    "stations:public": Page(OPEN),
    "z:page": About(by_code("station", OPEN), anonymous=404),
    "z:poster": About(by_code("station", OPEN), anonymous=404),
    "z:poster-file": About(by_code("station", OPEN, "a4"), anonymous=404),
    "stations:place": Page(OPEN),
    "stations:list": Page(READERS),
    "stations:import": Page(OFFICE, post=422),
    "stations:import_check": Page(OFFICE, get=302, post=302, args=("no-such-token",)),
    "stations:station": About(
        table.named(
            ("station", OF_STATION), ("station-street", HOUSE | {"zhou"}), ("station-planned", HOUSE | {"wei"})
        ),
        door=READERS,
    ),
}
STATION_LISTS = {
    "stations:public": [{"q": "人民路"}],
    "stations:list": [{"q": "人民路"}, {"state": "planned"}, {"format": "csv"}],
}
