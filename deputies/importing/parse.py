"""From the sheets of a roster to one entry per deputy. Reads no database; every bad row is told in the user's words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from deputies.importing import layout
from deputies.importing.layout import RowKind
from deputies.importing.meanings import LABELS, NO, PARTIES, ROSTER, SEXES, YES, ethnic_group
from deputies.importing.notes import LEVEL_WORDS, NoteReading, levels_in, read_note
from deputies.models.delegation import bare_name
from deputies.numerals import parse_number
from deputies.states import Level, MandateStatus
from foundation.documents.reading import cells, phones
from foundation.documents.reading.dates import Month, MonthStyle, read_month
from foundation.documents.reading.faults import CellFault
from foundation.documents.reading.headers import Header, find_header
from foundation.documents.reading.remarks import doubled, doubts
from foundation.documents.reading.report import RowReport
from foundation.documents.reading.workbook import Row, Sheet
from foundation.web.chinese import date_text

# 宪法 34: the right to be elected begins at eighteen.
ADULT = 18
CLEARLY_A_HEADER = 3
PLAIN_TEXTS = {
    "native_place": 40, "education": 20, "degree": 20, "occupation": 30, "certificate_no": 30, "email": 100,
}  # fmt: skip
SEAT_MARKS = ("re_elected", "sc_member")


@dataclass
class Entry:
    """One deputy as the file has him. `person` holds only what the file says; blanks are left out."""

    report: RowReport
    name: str = ""
    delegation: str = ""
    constituency: str = ""
    group: str = ""
    levels: list[Level] = field(default_factory=list)
    phone: str = ""
    email: str = ""
    birth: Month | None = None
    person: dict[str, Any] = field(default_factory=dict)
    seat: dict[str, Any] = field(default_factory=dict)
    note: NoteReading = field(default_factory=NoteReading)
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def identity(self) -> tuple[str, str, date | None]:
        """Who this is inside one roster: two delegations may each have a deputy of one name."""
        return self.name, self.delegation, self.birth.first if self.birth else None

    def column(self, key: str) -> str:
        """The header of a meaning as it stands in the file."""
        return self.titles.get(key) or LABELS[key]


@dataclass
class Context:
    """What holds for all rows of a file: the day, the home level and its word ("区"), the answers on headers."""

    today: date
    home: str = Level.DISTRICT
    home_word: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass
class ParsedRoster:
    """Entries in the order of the file, rows that could not be read, remarks on the file and open questions."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[RowReport] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headers: list[tuple[Sheet, Header]] = field(default_factory=list)
    nameless: list[tuple[Sheet, Header]] = field(default_factory=list)
    title: layout.Title = field(default_factory=layout.Title)

    @property
    def reports(self) -> list[RowReport]:
        """All rows that are reported: header faults first, then the data rows."""
        return [*self.faults, *(entry.report for entry in self.entries)]


def parse(sheets: Sequence[Sheet], context: Context) -> ParsedRoster:
    """Reads every sheet that has a roster's header. A file without one answers no headers and no entries."""
    parsed = ParsedRoster()
    for sheet in sheets:
        header = find_header(sheet, ROSTER, context.chosen)
        if header is None or "name" not in header.columns:
            if header and header.doubts and len(header.columns) >= CLEARLY_A_HEADER:
                parsed.nameless.append((sheet, header))
            if any(row.filled for row in sheet.rows):
                parsed.notes.append(f"工作表“{sheet.name}”没有写着“姓名”的表头，未读取。")
            continue
        parsed.headers.append((sheet, header))
        parsed.title = parsed.title or layout.read_title(sheet, header)
        parsed.faults += doubled(sheet, header)
        parsed.notes += doubts(sheet, header, LABELS)
        _read_sheet(parsed, sheet, header, context)
    return parsed


def _read_sheet(parsed: ParsedRoster, sheet: Sheet, header: Header, context: Context) -> None:
    column = [row.cell(header.columns.get("birth")) for row in sheet.rows if row.number > header.last_row]
    style = MonthStyle.of(column)
    group, counted = layout.sheet_group(sheet, header), 0
    fills_down = layout.fills_down(sheet, header)
    level: list[Level] = []
    for row in (row for row in sheet.rows if row.number > header.last_row):
        kind = layout.classify(row, header)
        if kind is RowKind.GROUP:
            _close_group(parsed, sheet, group, counted)
            group, counted = layout.read_group(row), 0
            level = levels_in(group.level, LEVEL_WORDS) if group.level else []
        elif kind is RowKind.DATA:
            entry = _Reader(sheet, row, header, context, style).read(group.name, level)
            if fills_down and not cells.is_blank(row.cell(header.columns["delegation"])):
                group = layout.Group(entry.delegation)
            parsed.entries.append(entry)
            counted += 1
        elif kind is RowKind.NOTE:
            parsed.notes.append(f"工作表“{sheet.name}”第{row.number}行“{row.first_text[:30]}”按说明文字处理，未读取。")
    _close_group(parsed, sheet, group, counted)


def _close_group(parsed: ParsedRoster, sheet: Sheet, group: layout.Group, counted: int) -> None:
    if group.count is not None and group.count != counted:
        parsed.notes.append(
            f"工作表“{sheet.name}”第{group.row}行写明“{group.name}”{group.count}名，实际读到{counted}名，请核对。"
        )


class _Reader:
    """Reads one row into an Entry; each method takes one cell and reports its fault under the header's own words."""

    def __init__(self, sheet: Sheet, row: Row, header: Header, context: Context, style: MonthStyle) -> None:
        self.row, self.header, self.context, self.style = row, header, context, style
        titles = {key: header.titles[index] for key, index in header.columns.items()}
        self.entry = Entry(RowReport(sheet.name, row.number), titles=titles)

    def read(self, group: str, level: list[Level]) -> Entry:
        entry = self.entry
        entry.name = entry.report.name = cells.person_name(self.value("name"))[:40]
        if not entry.name:
            self.error("name", "姓名是空的，请填写姓名；不是代表的行请删去。")
        self.delegation(group)
        self.sex()
        self.ethnic_group()
        self.birth()
        self.party()
        self.employer()
        for key, size in PLAIN_TEXTS.items():
            self.plain(key, size)
        entry.constituency = cells.text(self.value("constituency"))[:60]
        entry.group = cells.text(self.value("group"))[:40]
        self.standing()
        self.phone()
        self.note(level)
        return entry

    def value(self, key: str) -> Any:
        return self.row.cell(self.header.columns.get(key))

    def has(self, key: str) -> bool:
        return key in self.header.columns

    def error(self, key: str, sentence: str) -> None:
        self.entry.report.error(self.entry.column(key), sentence)

    def guarded(self, key: str, read: Callable[[Any], Any]) -> Any:
        try:
            return read(self.value(key))
        except CellFault as fault:
            self.error(key, str(fault))
            return None

    def plain(self, key: str, size: int) -> None:
        shown = cells.text(self.value(key))
        if len(shown) > size:
            self.error(key, f"“{shown[:15]}…”超过{size}个字，请缩短。")
        elif key == "email":
            self.entry.email = shown
        elif shown:
            self.entry.person[key] = shown

    def delegation(self, group: str) -> None:
        shown = bare_name(cells.text(self.value("delegation"))) or group
        if not shown:
            self.error("delegation", "不知道属于哪个代表团：请在代表团一列填写，或者在该团代表上方加一行团名。")
        self.entry.delegation = shown[:40]

    def sex(self) -> None:
        shown = cells.compact(self.value("sex"))
        if self.has("sex") and shown not in SEXES:
            self.error("sex", f"“{shown}”不是有效的性别，请填“男”或“女”。" if shown else "性别是空的，请填“男”或“女”。")
        elif shown:
            self.entry.person["sex"] = SEXES[shown]

    def ethnic_group(self) -> None:
        shown = cells.compact(self.value("ethnic_group"))
        known = ethnic_group(shown) if shown else ""
        if known is None:
            self.error("ethnic_group", f"“{shown}”不是民族名称，请填写如“汉族”“土家族”。")
        elif known:
            self.entry.person["ethnic_group"] = known

    def birth(self) -> None:
        month = self.guarded("birth", lambda value: read_month(value, self.style))
        column = self.entry.column("birth")
        if month is None:
            if self.has("birth") and cells.is_blank(self.value("birth")):
                self.error("birth", "出生年月是空的，请填写如“1975.08”。")
            return
        fault = _impossible_birth(month.first, self.context.today, cells.text(self.value("birth")))
        if fault:
            self.error("birth", fault)
            return
        self.entry.birth = month
        if month.doubt:
            self.entry.report.warn(column, month.doubt)

    def party(self) -> None:
        shown = cells.text(self.value("party"))
        if shown:
            self.entry.person["party"] = PARTIES.get(shown, shown)[:20]

    def employer(self) -> None:
        shown = cells.text(self.value("employer_title")) + cells.text(self.value("title"))
        if len(shown) > 120:
            self.error("employer_title", "工作单位及职务超过120个字，请缩短。")
        elif shown:
            self.entry.person["employer_title"] = shown

    def standing(self) -> None:
        """What the seat is: first elected when, elected again, in the standing or in a special committee."""
        shown = cells.compact(self.value("first_elected")).removeprefix("第").removesuffix("届")
        number = (int(shown) if shown.isdecimal() and len(shown) < 4 else parse_number(shown)) if shown else None
        if number:
            self.entry.person["first_elected"] = number
        elif shown:
            self.error("first_elected", f"“{shown}”不是届次，请填写如“4”或“第四届”。")
        self.mark("returned_overseas", self.entry.person)
        for key in SEAT_MARKS:
            self.mark(key, self.entry.seat)
        committee = cells.text(self.value("special_committee"))
        if len(committee) > 60:
            self.error("special_committee", "专门委员会超过60个字，请缩短。")
        elif committee:
            self.entry.seat["special_committee"] = committee

    def mark(self, key: str, values: dict[str, Any]) -> None:
        """A column of yes and no. A blank says nothing."""
        shown = cells.compact(self.value(key))
        if shown in YES or shown in NO:
            values |= {key: shown in YES} if shown else {}
        else:
            self.error(key, f"“{shown}”看不出是或否，请填“是”或“否”。")

    def phone(self) -> None:
        self.entry.phone = self.guarded("phone", phones.read_phone) or ""
        if self.entry.phone and phones.has_several(self.value("phone")):
            self.entry.report.warn(self.entry.column("phone"), "单元格里有多个号码，只取第一个。")

    def note(self, group_levels: list[Level]) -> None:
        entry, context = self.entry, self.context
        note = read_note(cells.text(self.value("note")), context.home, context.home_word)
        entry.note = note
        words = LEVEL_WORDS | ({context.home_word: Level(context.home)} if context.home_word else {})
        own = levels_in(cells.compact(self.value("level")), words) or group_levels or [Level(context.home)]
        entry.levels = list(dict.fromkeys([*own, *note.levels]))
        late = next((day for day in (note.elected_on, note.since) if day and day > context.today), None)
        if note.fault or late:
            self.error("note", note.fault or f"备注中的日期{date_text(late)}还没有到，请核对。")
        if note.doubt:
            entry.report.warn(entry.column("note"), note.doubt)
        if note.rest:
            entry.person["remark"] = note.rest[:200]
        if note.status != MandateStatus.SERVING and note.since is None and not note.fault:
            entry.report.warn(entry.column("note"), "没有写明日期，按导入当天登记；导入后请到代表页面核对。")


def _impossible_birth(day: date, today: date, shown: str) -> str:
    if day > today:
        return f"“{shown}”晚于今天，请核对出生年月。"
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if age < ADULT:
        return f"“{shown}”出生的人今天未满{ADULT}周岁，不能当选代表，请核对出生年月。"
    return f"“{shown}”出生的人已超过110岁，请核对出生年月。" if age > 110 else ""
