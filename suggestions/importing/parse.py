"""From the sheets of a list to one entry per suggestion. Reads no database; bad cells are told in the user's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from foundation.documents.reading.headers import Header, find_header
from foundation.documents.reading.remarks import doubled, doubts
from foundation.documents.reading.report import RowReport
from foundation.documents.reading.workbook import Sheet
from suggestions.importing import layout
from suggestions.importing.layout import RowKind
from suggestions.importing.meanings import LABELS, LIST, REQUIRED
from suggestions.importing.names import Named
from suggestions.importing.notes import Remark
from suggestions.importing.reader import Reader
from suggestions.states import Channel

NOBODY = Named("")


@dataclass
class Entry:
    """One suggestion as the file has it. `days` holds the dates that are written, by the key of their column."""

    report: RowReport
    number: int = 0
    channel: Channel = Channel.SESSION
    title: str = ""
    text: str = ""
    lead: Named = NOBODY
    cosigners: list[Named] = field(default_factory=list)
    delegation: str = ""
    category: str = ""
    units: list[tuple[str, str]] = field(default_factory=list)
    days: dict[str, date] = field(default_factory=dict)
    doc_number: str = ""
    result: str = ""
    attitude: str = ""
    effect: str = ""
    promise: str = ""
    publish: bool | None = None
    remark: Remark = field(default_factory=Remark)
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def is_rated(self) -> bool:
        return bool(self.attitude and self.effect)

    @property
    def identity(self) -> tuple[str, int]:
        """Which suggestion of its session this is."""
        return self.channel, self.number

    def column(self, key: str) -> str:
        """The header of a meaning as it stands in the file."""
        return self.titles.get(key) or LABELS[key]

    def error(self, key: str, sentence: str) -> None:
        """Refuses the row for this column."""
        self.report.error(self.column(key), sentence)

    def warn(self, key: str, sentence: str) -> None:
        """Remarks on this column."""
        self.report.warn(self.column(key), sentence)


@dataclass
class ParsedList:
    """Entries in the order of the file, faults of headers, remarks on the file and open questions."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[RowReport] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headers: list[tuple[Sheet, Header]] = field(default_factory=list)
    unclear: list[tuple[Sheet, Header]] = field(default_factory=list)
    title: layout.Title = field(default_factory=layout.Title)

    @property
    def reports(self) -> list[RowReport]:
        """All rows that are reported: header faults first, then the data rows."""
        return [*self.faults, *(entry.report for entry in self.entries)]


def parse(sheets: Sequence[Sheet], today: date, chosen: Mapping[str, str]) -> ParsedList:
    """Reads every sheet with the header of a list: number, title and lead deputy are what it cannot do without."""
    parsed = ParsedList()
    for sheet in sheets:
        header = find_header(sheet, LIST, chosen)
        if header is None or not {meaning.key for meaning in REQUIRED} & set(header.columns):
            if any(row.filled for row in sheet.rows):
                parsed.notes.append(f"工作表“{sheet.name}”没有建议台账的表头，未读取。")
            continue
        layout.tell_results_apart(sheet, header)
        parsed.title = parsed.title or layout.read_title(sheet, header)
        if header.missing(LIST):
            parsed.unclear.append((sheet, header))
            continue
        parsed.headers.append((sheet, header))
        parsed.faults += doubled(sheet, header)
        parsed.notes += doubts(sheet, header, LABELS)
        _read_sheet(parsed, sheet, header, today)
    return parsed


def _read_sheet(parsed: ParsedList, sheet: Sheet, header: Header, today: date) -> None:
    recess = layout.is_recess(sheet, header)
    for row in (row for row in sheet.rows if row.number > header.last_row):
        kind = layout.classify(row, header)
        if kind is RowKind.PART:
            recess = bool(layout.reads_recess(row.first_text))
        elif kind is RowKind.DATA:
            titles = {key: header.titles[index] for key, index in header.columns.items()}
            entry = Entry(RowReport(sheet.name, row.number), titles=titles)
            entry.channel = Channel.RECESS if recess else Channel.SESSION
            Reader(entry, row, header, today).read()
            parsed.entries.append(entry)
        elif kind is RowKind.NOTE:
            shown = row.first_text[:30]
            parsed.notes.append(f"工作表“{sheet.name}”第{row.number}行“{shown}”按说明文字处理，未读取。")
