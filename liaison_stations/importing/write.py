"""Writing a planned list of stations. Called inside one transaction, where no row is refused."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from deputies.models import Area, AreaKind, Congress, Delegation
from foundation.audit.models import Event
from foundation.audit.recording import build
from liaison_stations.importing.plan import Line, area_kind
from liaison_stations.models import Station, StationDeputy


@dataclass
class Writer:
    """`created` collects the names of what had to be made beside the stations."""

    by: Any
    at: datetime
    created: dict[str, list[str]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)

    def write(self, lines: list[Line]) -> None:
        """New areas, new stations, changed values, deputies: in a number of statements that grows with changes."""
        wanted = [line for line in lines if not line.skipped]
        areas = self._areas(wanted)
        self._create([line for line in wanted if line.station is None], areas)
        for line in wanted:
            if line.station and line.entry.report.changes:
                self._change(line, line.station)
        StationDeputy.objects.bulk_create(
            StationDeputy(station=line.station, deputy=deputy, from_date=self.day)
            for line in wanted
            for deputy in line.deputies
        )
        Event.objects.bulk_create(self.events)

    def _areas(self, lines: list[Line]) -> dict[str, Area]:
        """By name; unknown ones are made in the district, and a delegation of that name lies there from now on."""
        known = {area.name: area for area in Area.objects.exclude(kind=AreaKind.DISTRICT).order_by("-pk")}
        missing = [name for name in dict.fromkeys(line.area for line in lines) if name not in known]
        if missing:
            home = Congress.objects.filter(is_home=True).select_related("area").first()
            district = home.area if home else None
            made = [Area(name=name, kind=area_kind(name), parent=district) for name in missing]
            known |= {area.name: area for area in Area.objects.bulk_create(made)}
            self.created["area"] = missing
            for delegation in Delegation.objects.filter(name__in=missing, area__isnull=True):
                delegation.area = known[delegation.name]
                delegation.save(update_fields=["area"])
        return known

    def _create(self, lines: list[Line], areas: dict[str, Area]) -> None:
        """What the office lists is open: from the day of the import, until somebody enters the true one."""
        made = Station.objects.bulk_create(
            Station(name=line.entry.name, kind=line.kind, area=areas[line.area], opened_on=self.day, **line.values)
            for line in lines
        )
        for line, station in zip(lines, made, strict=True):
            line.station = station
            summary = f"联络站台账导入：登记{station}（第{line.entry.report.row}行）。"
            self.events.append(
                build("liaison_stations.import_station", station, by=self.by, at=self.at, summary=summary)
            )

    def _change(self, line: Line, station: Station) -> None:
        for name, value in line.values.items():
            setattr(station, name, value)
        if line.values:
            station.bump(*line.values)
        summary = f"联络站台账导入变更：{'；'.join(line.entry.report.changes)}。"[:500]
        self.events.append(build("liaison_stations.import_change", station, by=self.by, at=self.at, summary=summary))
