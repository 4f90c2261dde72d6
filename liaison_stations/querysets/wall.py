"""What stands on a station's wall."""

from datetime import date
from typing import Any

from django.db.models import Q

from deputies.querysets import DatedQuerySet
from liaison_stations.states import WallPart


class WallItemQuerySet(DatedQuerySet):
    def wall_of(self, station: Any, on: date) -> list[tuple[WallPart, list[Any]]]:
        """Part by part what hangs at `station`: its own list, or where it has none the district's. One query."""
        rows = list(self.on(on).filter(Q(station=station) | Q(station=None)))
        lists = [(part, _of(rows, part, station.pk) or _of(rows, part, None)) for part in WallPart]
        return [(part, items) for part, items in lists if items]


def _of(rows: list[Any], part: str, station: int | None) -> list[Any]:
    return [row for row in rows if row.part == part and row.station_id == station]
