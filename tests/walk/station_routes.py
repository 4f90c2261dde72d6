"""What the addresses of the liaison stations answer to whom; see `routes`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.walk import table
from tests.walk.cases import World
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep, Visit

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
READERS = HOUSE | DEPUTIES | {"tao", "wei", "jiang"}
# Who reads one station's row: besides the house its township, its keeper, its deputies.
OF_STATION = HOUSE | {"wei", "jiang", "lin", "deng"}


@dataclass(frozen=True)
class Behind(RowStep):
    """A step behind the register's door: whoever has no business there gets 403 before any row is looked for."""

    def visits(self, world: World, person: str) -> Iterator[Visit]:
        """One visit."""
        for args, get, post in super().visits(world, person):
            shut = (get, post) == (404, 404) and person not in READERS
            yield args, *((403, 403) if shut else (get, post))


KEPT_BY = OFFICE | {"wei", "jiang"}
STAFFED_BY = OFFICE | {"wei"}


def of_station(who: frozenset[str], empty: int = 422) -> Behind:
    return Behind("station", who, OF_STATION, empty=empty)


def by_code(name: str, seen: frozenset[str], *more: str) -> Any:
    """A public page found by its short address."""
    return lambda world: [((world.rows[name].code, *more), seen)]


NO_PHOTO = "00000000-0000-4000-8000-000000000000"
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
    "stations:enter": Page(OFFICE, post=422),
    "stations:amend": of_station(KEPT_BY),
    "stations:close": of_station(OFFICE),
    "stations:standard": of_station(OFFICE),
    "stations:post-deputies": of_station(STAFFED_BY),
    "stations:appoint-keeper": of_station(STAFFED_BY),
    # Nothing typed is the district's own lists.
    "stations:wall": of_station(KEPT_BY, empty=302),
    "stations:photos": of_station(KEPT_BY),
    "stations:remove-photo": About(lambda world: [((0, NO_PHOTO), frozenset())], door=READERS, post_shut=404),
    "stations:funds": of_station(KEPT_BY | {"zhao", "qian"}, empty=405),
    "stations:enter-fund": of_station(STAFFED_BY),
    "stations:end-place": Behind("station-place", STAFFED_BY, OF_STATION),
    "stations:relieve-keeper": Behind("station-keeper", STAFFED_BY, OF_STATION),
    "stations:reverse-fund": Behind("station-fund", STAFFED_BY, OF_STATION),
}
STATION_LISTS = {
    "stations:public": [{"q": "人民路"}],
    "stations:list": [{"q": "人民路"}, {"state": "planned"}, {"format": "csv"}],
}
