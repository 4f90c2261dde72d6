"""From the sheets of a list of stations to one entry per station. Reads no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from foundation.documents.reading import cells
from foundation.documents.reading.headers import Header, find_header
from foundation.documents.reading.remarks import doubled, doubts
from foundation.documents.reading.report import RowReport
from foundation.documents.reading.workbook import Row, Sheet
from liaison_stations.importing.meanings import LABELS, STANDARDS, STATIONS, TIERS, tier_in
from liaison_stations.states import StationTier

# field of Station: (meaning of the column, most characters)
TEXTS = {
    "address": ("address", 120),
    "head_name": ("head", 20),
    "officer_name": ("officer", 20),
    "phone": ("phone", 40),
    "reception_note": ("reception", 60),
    "hours": ("hours", 120),
    "facilities": ("facilities", 300),
}
TOTALS = ("合计", "总计", "共计", "小计", "注", "备注", "说明", "填表", "制表", "单位")
BOUNDS = {"latitude": 90, "longitude": 180}


@dataclass
class Entry:
    """One station as the file has it. `values` holds only what the file says; blanks are left out."""

    report: RowReport
    name: str = ""
    area: str = ""
    kind: str = ""
    deputies: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return self.values.get("address", "")

    def column(self, key: str) -> str:
        """The header of a meaning as it stands in the file."""
        return self.titles.get(key) or LABELS[key]

    def error(self, key: str, sentence: str) -> None:
        self.report.error(self.column(key), sentence)

    def warn(self, key: str, sentence: str) -> None:
        self.report.warn(self.column(key), sentence)


@dataclass
class ParsedStations:
    """Entries in the order of the file, rows that could not be read, remarks and open questions."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[RowReport] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headers: list[tuple[Sheet, Header]] = field(default_factory=list)
    nameless: list[tuple[Sheet, Header]] = field(default_factory=list)

    @property
    def reports(self) -> list[RowReport]:
        """All rows that are reported: header faults first, then the data rows."""
        return [*self.faults, *(entry.report for entry in self.entries)]


def parse(sheets: Sequence[Sheet], chosen: Mapping[str, str]) -> ParsedStations:
    """Reads every sheet that has a header with the stations' names."""
    parsed = ParsedStations()
    for sheet in sheets:
        header = find_header(sheet, STATIONS, chosen)
        if header is None or "name" not in header.columns:
            if header and header.doubts:
                parsed.nameless.append((sheet, header))
            if any(row.filled for row in sheet.rows):
                parsed.notes.append(f"工作表“{sheet.name}”没有写着“联络站名称”的表头，未读取。")
            continue
        parsed.headers.append((sheet, header))
        parsed.faults += doubled(sheet, header)
        parsed.notes += doubts(sheet, header, LABELS)
        _read_sheet(parsed, sheet, header)
    return parsed


def _read_sheet(parsed: ParsedStations, sheet: Sheet, header: Header) -> None:
    for row in (row for row in sheet.rows if row.number > header.last_row and row.filled):
        if header.is_repeated_by(row):
            continue
        if _is_remark(row, header):
            parsed.notes.append(f"工作表“{sheet.name}”第{row.number}行“{row.first_text[:30]}”按说明文字处理，未读取。")
        else:
            parsed.entries.append(_read(sheet, row, header))


def _is_remark(row: Row, header: Header) -> bool:
    """A total or a note below the rows: one cell filled, or a word that begins such a line."""
    nameless = cells.is_blank(row.cell(header.columns["name"]))
    return cells.compact(row.first_text).startswith(TOTALS) or (nameless and len(row.filled) == 1)


def _read(sheet: Sheet, row: Row, header: Header) -> Entry:
    titles = {key: header.titles[index] for key, index in header.columns.items()}
    entry = Entry(RowReport(sheet.name, row.number), titles=titles)

    def value(key: str) -> Any:
        return row.cell(header.columns.get(key))

    entry.name = entry.report.name = cells.compact(value("name"))[:60]
    if not entry.name:
        entry.error("name", "联络站名称是空的，请填写；不是联络站的行请删去。")
    entry.area, entry.kind = cells.compact(value("area"))[:40], cells.text(value("kind"))
    entry.deputies = list(dict.fromkeys(cells.split_names(value("deputies"))))
    for name, (key, most) in TEXTS.items():
        _text(entry, name, key, cells.text(value(key)), most)
    if not entry.address and not entry.report.refused:
        entry.error("address", "地址是空的，请填写；群众按地址找到联络站，同名的站也靠地址区分。")
    _tier(entry, cells.compact(value("tier")))
    _standard(entry, cells.compact(value("standard")))
    _space(entry, cells.compact(value("floor_space")))
    _point(entry, {key: cells.compact(value(key)) for key in BOUNDS})
    return entry


def _text(entry: Entry, name: str, key: str, shown: str, most: int) -> None:
    if len(shown) > most:
        entry.error(key, f"“{shown[:15]}…”超过{most}个字，请缩短。")
    elif shown:
        entry.values[name] = shown


def _tier(entry: Entry, shown: str) -> None:
    tier = TIERS.get(shown) if shown else tier_in(entry.name)
    if shown and tier is None:
        entry.error("tier", f"“{shown}”不是有效的类型，请填“家”“站”或“点”。")
        return
    if tier is None:
        entry.warn("tier", "没有写明类型，按“站”登记，请核对。")
    entry.values["tier"] = tier or StationTier.STATION


def _standard(entry: Entry, shown: str) -> None:
    if shown in STANDARDS:
        entry.values["standard"] = STANDARDS[shown]
    elif shown:
        entry.warn("standard", f"“{shown}”不能识别，规范化建设状态未登记，请到联络站页面填写。")


def _space(entry: Entry, shown: str) -> None:
    bare = shown.removesuffix("平方米").removesuffix("平米").removesuffix("㎡").removesuffix("m2")
    if not bare:
        return
    number = _decimal(bare)
    if number is None or not 0 < number < 30000:
        entry.error("floor_space", f"“{shown}”不是有效的面积，请填写平方米数，如 120。")
    else:
        entry.values["floor_space"] = int(number)


def _point(entry: Entry, shown: dict[str, str]) -> None:
    """Both or none; degrees as numbers."""
    if not any(shown.values()):
        return
    for key, words in shown.items():
        number = _decimal(words)
        if number is None or abs(number) > BOUNDS[key]:
            entry.error(key, f"“{words}”不是有效的{LABELS[key]}，请填写度数，如 32.123456；没有的经度、纬度都留空。")
        else:
            entry.values[key] = number.quantize(Decimal("0.000001"))


def _decimal(words: str) -> Decimal | None:
    try:
        number = Decimal(words)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
