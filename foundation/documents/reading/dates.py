"""Months and days as offices write them: 1975.08, 1975年8月, 197508, real dates, serial numbers."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from foundation.documents.reading.cells import compact, text
from foundation.documents.reading.faults import CellFault

_MONTH = re.compile(r"(\d{4})[年./\-‐–—](\d{1,2})月?(?:出?生)?")
_DAY = re.compile(
    r"(\d{4})[年./\-‐–—](\d{1,2})[月./\-‐–—](\d{1,2})[日号]?(?:出?生)?(?:T?\d{2}:\d{2}(?::\d{2})?(?:\.0+)?)?"
)
_SHORT = re.compile(r"\d{4}\.[1-9]")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SERIAL_EPOCH = date(1899, 12, 30)
SERIALS = range(3653, 73051)  # 1910 to 2099


@dataclass(frozen=True)
class Month:
    """A month, or a day where it is written. `first` is the first of the month unless `has_day`."""

    first: date
    has_day: bool = False
    doubt: str = ""


@dataclass(frozen=True)
class MonthStyle:
    """How one column writes months below ten, which decides whether "1975.1" is January or October."""

    one_digit: bool = False
    written_ten: bool = False

    @classmethod
    def of(cls, column: Iterable[Any]) -> "MonthStyle":
        """Looks at a whole column: does anybody write 1975.2, does anybody write 1975.10 as text?"""
        shown = [compact(value) for value in column if not isinstance(value, date)]
        return cls(
            one_digit=any(_SHORT.fullmatch(cell) and not cell.endswith(".1") for cell in shown),
            written_ten=any(re.fullmatch(r"\d{4}\.10", cell) for cell in shown),
        )


def read_month(value: Any, style: MonthStyle = MonthStyle()) -> Month | None:
    """The month in a cell; None for a blank one; CellFault with the mend for anything that is no month.

    A number 1975.1 has lost its zero and means October, as long as the column does not write 1975.2 for February.
    """
    shown = compact(value)
    if not shown:
        return None
    if isinstance(value, date):
        return _from_date(value)
    if _SHORT.fullmatch(shown) and shown.endswith(".1"):
        return _lost_zero(value, shown, style)
    return _match_month(_arabic(shown), value) or _fail(value, "出生年月请写成如“1975.08”或“1975年8月”")


def read_date(value: Any) -> date | None:
    """The day in a cell; None for a blank one; CellFault with the mend when there is no full date."""
    shown = compact(value)
    if not shown:
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    found = _match_month(_arabic(shown), value)
    if found is None or not found.has_day:
        _fail(value, "日期请写到日，如“2026-02-12”或“2026年2月12日”")
    return found.first


def _from_date(value: date) -> Month:
    day = value.date() if isinstance(value, datetime) else value
    # A workbook cannot hold a month alone; the first of the month stands for it.
    return Month(day.replace(day=1)) if day.day == 1 else Month(day, has_day=True)


def _lost_zero(value: Any, shown: str, style: MonthStyle) -> Month:
    year = int(shown[:4])
    is_number = isinstance(value, int | float)
    if style.one_digit and style.written_ten and not is_number:
        return Month(_month(value, year, 1))
    if style.one_digit:
        raise CellFault(f"“{shown}”可能是{year}年1月，也可能是{year}年10月，请写成“{year}.01”或“{year}.10”。")
    return Month(_month(value, year, 10), doubt="" if is_number else f"“{shown}”按{year}年10月读取，请核对。")


def _match_month(shown: str, value: Any) -> Month | None:
    if match := _DAY.fullmatch(shown) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", shown):
        return Month(_day(value, *map(int, match.groups()[:3])), has_day=True)
    if match := _MONTH.fullmatch(shown) or re.fullmatch(r"(\d{4})(\d{2})", shown):
        return Month(_month(value, *map(int, match.groups())))
    if isinstance(value, int | float) and shown.isdigit() and int(shown) in SERIALS:
        return _from_date(_SERIAL_EPOCH + timedelta(days=int(shown)))
    return None


def _month(value: Any, year: int, month: int) -> date:
    if not 1 <= month <= 12:
        _fail(value, "月份应在1至12之间")
    if not 1900 <= year <= 2099:
        _fail(value, "年份应写四位数")
    return date(year, month, 1)


def _day(value: Any, year: int, month: int, day: int) -> date:
    first = _month(value, year, month)
    if not 1 <= day <= monthrange(year, month)[1]:
        _fail(value, f"{month}月没有{day}日")
    return first.replace(day=day)


def _arabic(shown: str) -> str:
    """一九七五年十二月 → 1975年12月; anything else unchanged."""
    plain = unicodedata.normalize("NFKC", shown)
    if not re.search(r"[一二三四五六七八九十]", plain):
        return plain
    plain = re.sub(r"(?<=[年月])十(?=[一二三四五六七八九])", "1", plain)
    plain = re.sub(r"(?<=[年月])十(?=[月日])", "10", plain)
    plain = re.sub(r"([二三])十(?=[一二三四五六七八九])", r"\1", plain)
    plain = re.sub(r"([二三])十(?=[日])", r"\g<1>0", plain)
    return plain.translate(_CHINESE_DIGITS)


def _fail(value: Any, mend: str) -> Any:
    raise CellFault(f"“{text(value)}”不是有效的日期：{mend}，请改正。")
