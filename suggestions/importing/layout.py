"""What a row of the year's list is: title, heading of a part, data, total, note. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from deputies.numerals import parse_number
from foundation.documents.reading import cells
from foundation.documents.reading.headers import Header
from foundation.documents.reading.workbook import Row, Sheet
from suggestions.importing.words import is_grade

_COUNT = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_TITLE = re.compile(
    rf"(?P<place>[^\s：:]{{0,20}}?)第?(?P<term>{_COUNT})届(?:人民代表大会|人大)(?:常务委员会|常委会)?"
    rf"(?:第?(?P<session>{_COUNT})次(?:会议|全会)?)?"
)
_TOTAL = re.compile(r"^(?:合计|总计|共计|小计|总数|累计)")
_RECESS, _SESSION = re.compile(r"闭会"), re.compile(r"大会期间|会议期间|会期")


class RowKind(Enum):
    BLANK = auto()
    PART = auto()
    DATA = auto()
    SKIPPED = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Title:
    """What the rows above the header say: "示范区五届人大五次会议代表建议……"."""

    congress: str = ""
    term: int | None = None
    session: int | None = None

    def __bool__(self) -> bool:
        return self.term is not None


def read_title(sheet: Sheet, header: Header) -> Title:
    """Congress, term and session named above the header or in the name of the sheet."""
    for shown in [*_above(sheet, header), cells.compact(sheet.name)]:
        match = _TITLE.search(shown)
        if match:
            place = re.sub(r"^\d{4}年度?", "", match["place"])
            congress = f"{place}人民代表大会" if place else ""
            return Title(congress, parse_number(match["term"]), parse_number(match["session"] or ""))
    return Title()


def is_recess(sheet: Sheet, header: Header) -> bool:
    """Whether the whole sheet lists papers of the recess."""
    return any(_RECESS.search(shown) for shown in [*_above(sheet, header), sheet.name])


def classify(row: Row, header: Header) -> RowKind:
    """The kind of a row below the header."""
    filled = row.filled
    if not filled or filled == [header.columns.get("serial")]:
        return RowKind.BLANK
    first = row.first_text
    if _TOTAL.match(cells.compact(first)) or header.is_repeated_by(row):
        return RowKind.SKIPPED
    told = {key for key, index in header.columns.items() if index in filled and key not in ("serial", "note")}
    if len(told) > 2 or len(told & {"number", "title", "lead"}) > 1:
        return RowKind.DATA
    return RowKind.PART if reads_recess(first) is not None else RowKind.NOTE


def reads_recess(shown: str) -> bool | None:
    """Whether a heading begins the part of the recess (True) or of the session (False); None for other texts."""
    if len(shown) > 30:
        return None
    return True if _RECESS.search(shown) else False if _SESSION.search(shown) else None


def tell_results_apart(sheet: Sheet, header: Header) -> None:
    """A column headed 办理结果 in which grades stand is the deputy's word on the result, not the class of the reply."""
    places = [header.columns.get("result")]
    places += [index for key, *both in header.twice if key == "result" for index in both]
    graded = [index for index in dict.fromkeys(places) if index is not None and _holds_grades(sheet, header, index)]
    if len(graded) != 1 or "effect" in header.columns:
        return
    header.columns["effect"] = graded[0]
    header.twice = [row for row in header.twice if row[0] != "result"]
    classes = [index for index in places if index is not None and index != graded[0]]
    if classes:
        header.columns["result"] = classes[0]
    else:
        del header.columns["result"]


def _above(sheet: Sheet, header: Header) -> list[str]:
    return [cells.compact(row.first_text) for row in sheet.rows[: header.row - 1] if row.filled]


def _holds_grades(sheet: Sheet, header: Header, index: int) -> bool:
    column = [row.cell(index) for row in sheet.rows if row.number > header.last_row and index in row.filled]
    return bool(column) and all(map(is_grade, column))
