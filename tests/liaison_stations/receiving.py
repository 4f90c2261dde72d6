"""A station that receives, for tests: jiang keeps it, lin, deng and zhou take their turns, every Tuesday by two."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from foundation.notices.models import Notice
from liaison_stations.models import ReceptionSlot, RotaRule, Station, StationDeputy, StationKeeper, StationKind
from liaison_stations.states import StationTier
from liaison_stations.transitions.arrange_rota import arrange_rota
from liaison_stations.transitions.rota_rules import add_rule

# A Monday.
NOW = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
SINCE = date(2022, 2, 1)
TUESDAYS: dict[str, Any] = {
    "kind": "weekday",
    "weekdays": [1],
    "seats": 2,
    "notice_days": 3,
    "starts_at": time(9),
    "ends_at": time(11, 30),
    "legal_basis": "联络站工作办法第五条",
    "valid_from": date(2026, 1, 1),
}


def station_of(cast: Any, register: Any, *names: str, **facts: Any) -> Station:
    """An open station at 青石镇 with these deputies, lin, deng and zhou without any name; wei is its head."""
    kind = StationKind.objects.get_or_create(code="ordinary", defaults={"name": "人大代表联络站"})[0]
    basics = {"name": "青石镇代表联络站", "address": "青石街1号", "phone": "010-60000001", "opened_on": SINCE}
    area = register.qingshi.area
    station = Station.objects.create(
        **{"tier": StationTier.HOME, "kind": kind, "area": area, "head": cast.wei, **basics, **facts}
    )
    for name in names or ("lin", "deng", "zhou"):
        StationDeputy.objects.create(station=station, deputy=getattr(register, name).deputy, from_date=SINCE)
    StationKeeper.objects.create(station=station, user=cast.jiang, from_date=SINCE)
    return station


def ruled(cast: Any, station: Station, **changes: Any) -> RotaRule:
    return add_rule(station, by=cast.jiang, at=NOW, **{**TUESDAYS, **changes})


def arranged(cast: Any, register: Any, **changes: Any) -> list[ReceptionSlot]:
    """The Tuesdays of March 2026 from the third on: two deputies each."""
    station = station_of(cast, register)
    ruled(cast, station, **changes)
    return arrange_rota(station, start=date(2026, 3, 3), end=date(2026, 3, 31), by=cast.jiang, at=NOW)


def told(kind: str) -> set[str]:
    rows = Notice.objects.filter(kind=f"liaison_stations.{kind}")
    return set(rows.values_list("recipient__username", flat=True))
