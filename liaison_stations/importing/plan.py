"""Which known station each entry is, what changes, what has to be asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from deputies.models import Area, AreaKind, Deputy, Mandate
from foundation.documents.reading.report import CHANGED, NEW, UNCHANGED
from liaison_stations.importing.parse import Entry
from liaison_stations.models import Station, StationDeputy, StationKind

# Answers to "is it the same station?"
ANOTHER, SAME = "another", "same"
SUFFIXES = {
    "街道": AreaKind.STREET, "镇": AreaKind.TOWNSHIP, "乡": AreaKind.TOWNSHIP,
    "村": AreaKind.VILLAGE, "社区": AreaKind.COMMUNITY,
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A name that stands twice: the row, and what it says of the other one."""

    row: int
    name: str
    address: str
    other: str

    @property
    def key(self) -> str:
        return key_of(self.row)


@dataclass
class Line:
    """One entry with its station (None: a new one), the values that differ and the deputies to be posted."""

    entry: Entry
    area: str = ""
    kind: StationKind | None = None
    station: Station | None = None
    values: dict[str, Any] = field(default_factory=dict)
    deputies: list[Deputy] = field(default_factory=list)
    skipped: bool = False


@dataclass
class Plan:
    lines: list[Line]
    questions: list[Question] = field(default_factory=list)


def key_of(row: int) -> str:
    """Under which an answer about this row is kept beside the answers on headers."""
    return f"同名站第{row}行"


def plan(entries: list[Entry], chosen: Mapping[str, str], on: date, term: int | None = None) -> Plan:
    """A line for every entry. A name that stands twice is asked about; not answered, both are taken."""
    planner = _Planner(chosen, on, term)
    lines = [planner.line(entry) for entry in entries]
    return Plan(lines, planner.questions)


def area_kind(name: str) -> AreaKind | None:
    """What kind of area a name says: 石桥镇 is a township; None where it says nothing."""
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)


class _Planner:
    def __init__(self, chosen: Mapping[str, str], on: date, term: int | None) -> None:
        self.chosen = chosen
        self.questions: list[Question] = []
        self.areas = {area.name for area in Area.objects.exclude(kind=AreaKind.DISTRICT)}
        self.kinds = {kind.name: kind for kind in StationKind.objects.on(on)}
        self.ordinary = StationKind.objects.get(code="ordinary")
        self.hall = StationKind.objects.filter(code="government_hall").first()
        self.known = _by_name(Station.objects.select_related("area", "kind"))
        posted = StationDeputy.objects.active_on(on).values_list("station", "deputy")
        self.posted = set(posted)
        self.seats: dict[str, list[Mandate]] = defaultdict(list)
        named = {"term__congress__is_home": True, "term__number": term}
        serving = Mandate.objects.filter(**named) if term else Mandate.objects.at_home()
        for seat in serving.serving_on(on).select_related("deputy", "delegation__area"):
            self.seats[seat.deputy.name].append(seat)
        self.seen: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.taken: set[int] = set()

    def line(self, entry: Entry) -> Line:
        line = Line(entry, area=self.area(entry), kind=self.kind(entry))
        if entry.report.refused:
            return line
        self.find(line)
        self.seen[line.area, entry.name].append(entry)
        if entry.report.refused or line.skipped:
            return line
        line.deputies = self.deputies(line)
        self.compare(line)
        return line

    def area(self, entry: Entry) -> str:
        """The township or street: from its column, else from the beginning of the name."""
        if entry.area:
            if entry.area not in self.areas and area_kind(entry.area) is None:
                entry.error("area", f"“{entry.area}”不是已登记的乡镇街道，请核对，或者先在管理后台登记行政区域。")
            return entry.area
        named = [area for area in self.areas if entry.name.startswith(area)]
        if not named:
            entry.error("area", "不知道在哪个乡镇街道：请填写所在乡镇街道。")
        return max(named, key=len, default="")

    def kind(self, entry: Entry) -> StationKind:
        if entry.kind in self.kinds:
            return self.kinds[entry.kind]
        if entry.kind:
            entry.warn("kind", f"没有“{entry.kind}”这个类别，按“{self.ordinary}”登记，请到联络站页面选择。")
        return self.hall if self.hall and "政务服务" in entry.name else self.ordinary

    def find(self, line: Line) -> None:
        """The registered station with this name, place and address; else one that may have moved; else a new one."""
        entry = line.entry
        namesakes = [row for row in self.known[line.area, entry.name] if row.pk not in self.taken]
        line.station = next((row for row in namesakes if row.address == entry.address), None)
        above = self.seen[line.area, entry.name]
        if twin := next((other for other in above if other.address == entry.address), None):
            entry.error("name", f"与第{twin.report.row}行的名称、所在乡镇街道、地址都相同，请删去重复的一行。")
        elif above:
            self.ask(line, f"第{above[0].report.row}行（{above[0].address}）")
        elif line.station is None and namesakes:
            self.ask(line, f"系统中已登记的站（{namesakes[0].address}）", moved=namesakes[0])
        if line.station:
            self.taken.add(line.station.pk)

    def ask(self, line: Line, other: str, moved: Station | None = None) -> None:
        entry, answer = line.entry, self.chosen.get(key_of(line.entry.report.row))
        if answer == SAME and moved:
            line.station = moved
            entry.warn("name", f"按您的答复，与{other}是同一个站，地址改为“{entry.address}”。")
        elif answer == SAME:
            line.skipped, entry.report.outcome = True, UNCHANGED
            entry.warn("name", f"按您的答复，与{other}是同一个站，本行不导入。")
        else:
            entry.warn("name", f"名称与{other}相同，地址不同：确为两个站的可以都登记，重复的请删去一行。")
            if answer != ANOTHER and line.station is None:
                self.questions.append(Question(entry.report.row, entry.name, entry.address, other))

    def deputies(self, line: Line) -> list[Deputy]:
        found = []
        for name in line.entry.deputies:
            seats = _near(self.seats.get(name, []), line.area)
            if len({seat.deputy_id for seat in seats}) == 1:
                found.append(seats[0].deputy)
            else:
                told = "有同名代表，不能确定是哪一位" if seats else "不在本级在任代表名册中"
                line.entry.warn("deputies", f"“{name}”{told}，未登记为进站代表，请到联络站页面补登。")
        return found

    def compare(self, line: Line) -> None:
        """What differs from the registered station; a blank cell erases nothing, nobody posted is taken away."""
        entry, station = line.entry, line.station
        if station is None:
            line.values, entry.report.outcome = dict(entry.values), NEW
            return
        for name, value in entry.values.items():
            before = getattr(station, name)
            if before != value:
                line.values[name] = value
                label = Station._meta.get_field(name).verbose_name
                entry.report.changes.append(f"{label}：{before or '（空）'}→{getattr(value, 'label', value)}")
        line.deputies = [deputy for deputy in line.deputies if (station.pk, deputy.pk) not in self.posted]
        if line.deputies:
            entry.report.changes.append(f"增加进站代表：{'、'.join(deputy.name for deputy in line.deputies)}")
        if entry.report.changes:
            entry.report.outcome = CHANGED


def _near(seats: list[Mandate], area: str) -> list[Mandate]:
    """Of namesakes those whose delegation is the place's own; where none is, all of them."""
    here = [seat for seat in seats if seat.delegation and area in (seat.delegation.name, str(seat.delegation.area))]
    return here or seats


def _by_name(rows: Iterable[Station]) -> dict[tuple[str, str], list[Station]]:
    known: dict[tuple[str, str], list[Station]] = defaultdict(list)
    for row in rows:
        known[row.area.name, row.name].append(row)
    return known
