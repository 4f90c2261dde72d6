"""What the addresses of matters, of letters that become suggestions, and of the touch screen answer to whom."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, OFFICE
from tests.walk.station_routes import by_code
from tests.walk.table import OPEN, About, Page

ALL_LETTERS = OFFICE | {"zhao", "qian"}
READERS = ALL_LETTERS | DEPUTIES | {"tao", "wei", "jiang"}

MATTERS: dict[str, Any] = {
    "stations:matters": Page(READERS),
    # Letters to the station of jiang, in the township of wei.
    "stations:matter": About(table.named(("matter", ALL_LETTERS | {"wei", "jiang"})), door=READERS),
    "stations:risen-matters": Page(OFFICE),
    "stations:matter-corrections": Page(OFFICE),
    **{
        f"stations:{step}": About(table.named(("matter", OFFICE)), post=422, door=OFFICE)
        for step in ("move-papers", "join-matters", "undo-correction", "note-matter")
    },
    "stations:make-suggestion": About(
        table.named(("letter-to-lin", frozenset({"lin"}))), post=422, door=DEPUTIES | {"tao"}
    ),
    "stations:kiosk": About(by_code("station", OPEN), anonymous=404),
    "stations:kiosk-write": About(by_code("station", OPEN), post=422, anonymous=404),
    "stations:kiosk-deputies": About(by_code("station", OPEN), anonymous=404),
    "stations:kiosk-matters": About(by_code("station", OPEN), anonymous=404),
}
MATTER_LISTS = {
    "stations:risen-matters": [{"page": "2"}],
    "stations:matter-corrections": [{"page": "2"}, {"format": "csv"}, {"format": "xlsx"}],
    "stations:matters": [{"span": "30"}, {"where": "1"}, {"format": "csv"}, {"format": "xlsx"}],
}
