"""What the addresses of the rota answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, OFFICE
from tests.walk.station_routes import OF_STATION, READERS, by_code
from tests.walk.table import OPEN, About, Page, RowStep

KEEPS = OFFICE | {"wei", "jiang"}
SEES = OF_STATION
SITTING = DEPUTIES | {"tao"}
PAIR = frozenset({"lin", "deng"})
# Who reads what a visitor said: the house, the station, the deputy who received him.
RECEIVED = OFFICE | {"zhao", "qian", "wei", "jiang", "lin"}
ROTA: dict[str, Any] = {
    "stations:public-days": Page(OPEN),
    "z:rota": About(by_code("station", OPEN), anonymous=404),
    "z:rota-calendar": About(by_code("station", OPEN), anonymous=404),
    "stations:reception-days": Page(READERS),
    "stations:slots-to-close": Page(READERS),
    "stations:slots-short": Page(READERS),
    "stations:rota": About(table.named(("station", SEES))),
    "stations:arrange-rota": RowStep("station", KEEPS, SEES),
    "stations:add-slot": RowStep("station", KEEPS, SEES),
    "stations:add-rule": RowStep("station", KEEPS, SEES),
    "stations:change-rule": RowStep("rota-rule", KEEPS, SEES),
    "stations:end-rule": RowStep("rota-rule", KEEPS, SEES),
    "stations:slot": About(table.named(("slot", SEES), ("slot-closed", SEES))),
    "stations:fill-slot": RowStep("slot", KEEPS, SEES),
    "stations:cancel-slot": RowStep("slot", KEEPS, SEES),
    "stations:close-slot": RowStep("slot-today", KEEPS, SEES),
    "stations:correct-slot": RowStep("slot-closed", KEEPS, SEES),
    "stations:desk-worker": Page(OPEN),
    "stations:desk": RowStep("station", KEEPS | PAIR, SEES),
    "stations:receptions": Page(OFFICE | {"zhao", "qian", "wei", "jiang"} | SITTING),
    "stations:reception": About(table.named(("record", RECEIVED), ("record-spot", RECEIVED))),
    "stations:slip": About(table.named(("record", RECEIVED))),
    "stations:tell-visitor": RowStep("record-answered", KEEPS | {"lin"}, RECEIVED),
    "stations:my-turns": Page(SITTING),
    "stations:leave-turn": RowStep("turn", KEEPS | {"lin"}, SEES),
    "stations:ask-swap": RowStep("turn", frozenset({"lin"}), SEES),
    "stations:agree-swap": RowStep("swap", frozenset({"deng"}), PAIR, empty=302),
    "stations:decline-swap": RowStep("swap", frozenset({"deng"}), PAIR, empty=302),
    "stations:withdraw-swap": RowStep("swap", frozenset({"lin"}), PAIR, empty=302),
}
ROTA_LISTS = {
    "stations:receptions": [{"path": "unit"}, {"state": "answered"}, {"format": "csv"}, {"format": "xlsx"}],
    "stations:reception-days": [{"month": "2026-02"}],
}
