"""What a row of a roster is: title, group heading, data, total, note. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from deputies.models.delegation import bare_name
from deputies.numerals import parse_number
from foundation.documents.reading import cells
from foundation.documents.reading.headers import Header
from foundation.documents.reading.workbook import Row, Sheet

_TITLE = re.compile(r"(?P<place>.{0,20}?)第?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})届(?:人民代表大会|人大)")
_COUNT = r"(?:[（(:：]?(?:共)?(?P<count>\d{1,4}|[一二三四五六七八九十]{1,3})[名人位个](?:代表)?[)）]?)"
_GROUP = re.compile(rf"(?P<mark>[（(]?[一二三四五六七八九十\d]{{1,3}}[、.．)）])?(?P<name>[^：:（(]{{2,30}}?){_COUNT}?")
_PLACE = re.compile(r"(?:代表团|团|镇|乡|街道|办事处|农场|林场|开发区|机关|部队)$")
_LEVEL_GROUP = re.compile(r"^(?P<level>全国|.{0,3}省|.{0,3}自治区|.{0,3}市|.{0,3}区|.{0,3}县|乡|镇)级?人大代表$")
_TOTAL = re.compile(r"^(?:合计|总计|共计|小计|总数|累计)")
_REMARK = re.compile(r"^(?:注|备注|说明|填表|制表|审核|联系人|单位|附|负责人|日期)")


class RowKind(Enum):
    BLANK = auto()
    GROUP = auto()
    DATA = auto()
    TOTAL = auto()
    NOTE = auto()


@dataclass(frozen=True)
class Title:
    """What the rows above the header say: "示范区第五届人民代表大会代表名册"."""

    congress: str = ""
    number: int | None = None

    def __bool__(self) -> bool:
        return self.number is not None


@dataclass(frozen=True)
class Group:
    """A heading over the rows of one delegation, or of one level ("省人大代表"), with the number it announces."""

    name: str = ""
    count: int | None = None
    row: int = 0
    level: str = ""


def read_title(sheet: Sheet, header: Header) -> Title:
    """The congress and the term named above the header."""
    for row in sheet.rows[: header.row - 1]:
        match = _TITLE.search(cells.compact(row.first_text)) if row.filled else None
        if match:
            place = match.group("place").split("：")[-1]
            return Title(f"{place}人民代表大会" if place else "", parse_number(match.group("number")))
    return Title()


def classify(row: Row, header: Header) -> RowKind:
    """The kind of a row below the header."""
    filled = row.filled
    if not filled:
        return RowKind.BLANK
    first = cells.compact(row.first_text)
    named = not cells.is_blank(row.cell(header.columns["name"]))
    if _TOTAL.match(first) or header.is_repeated_by(row):
        return RowKind.TOTAL
    if len(filled) <= 2 and _heading(first):
        return RowKind.GROUP
    told = [index for key, index in header.columns.items() if key not in ("serial", "note") and index in filled]
    if (named and len(told) > 1) or len(told) > 2:
        return RowKind.DATA
    if named and len(first) <= 10 and not _REMARK.match(first):
        return RowKind.DATA
    return RowKind.NOTE


def read_group(row: Row) -> Group:
    """The heading in a row that `classify` called a group."""
    shown = "".join(cells.compact(row.cell(index)) for index in row.filled)
    match = _heading(shown) or _heading(cells.compact(row.first_text))
    name, count = match.group("name"), match.group("count")
    level = _LEVEL_GROUP.match(name)
    if level:
        return Group("", parse_count(count), row.number, level.group("level"))
    return Group(bare_name(name), parse_count(count), row.number)


def sheet_group(sheet: Sheet, header: Header) -> Group:
    """The delegation that a sheet of its own is named after, or that its title names."""
    above = [cells.compact(row.first_text) for row in sheet.rows[: header.row - 1] if row.filled]
    for shown in [sheet.name, *above]:
        match = re.fullmatch(
            r"(?:.*届(?:人民代表大会|人大)(?:代表)?)?(?P<name>\S{2,20})代表团(?:代表)?(?:名册|名单|花名册)?", shown
        )
        if match:
            return Group(match.group("name"))
    return Group()


def fills_down(sheet: Sheet, header: Header) -> bool:
    """Whether the delegation is written once and left blank below, so that a blank cell repeats the one above."""
    index = header.columns.get("delegation")
    if index is None:
        return False
    column = [cells.compact(row.cell(index)) for row in sheet.rows if row.number > header.last_row and row.filled]
    repeated = any(above and above == below for above, below in pairwise(column))
    return not repeated


def parse_count(shown: str | None) -> int | None:
    """ "21" or "二十一" as a number."""
    if not shown:
        return None
    return int(shown) if shown.isdigit() else parse_number(shown)


def _heading(shown: str) -> re.Match | None:
    match = _GROUP.fullmatch(shown)
    if not match or parse_number(match.group("name")) is not None:
        return None
    is_place = _PLACE.search(match.group("name")) or _LEVEL_GROUP.match(match.group("name"))
    return match if is_place or (match.group("mark") and match.group("count")) else None
