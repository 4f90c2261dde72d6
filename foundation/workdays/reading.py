"""Reads a year's arrangement out of what an office pastes: the State Council's notice itself, or lines of CSV."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from foundation.workdays.days import Special

WEEKDAYS = "一二三四五六日"

_HEADING = re.compile(r"[一二三四五六七八九十]+、\s*([^:。；;]{2,20}?)\s*:")
_DAY = r"(?:(?P<{0}m>\d{{1,2}})月)?(?P<{0}d>\d{{1,2}})日(?:\((?P<{0}n>[^)]*)\))?"
_SPAN = re.compile(_DAY.format("a") + r"(?:\s*(?:至|到|-|—|~)\s*" + _DAY.format("b") + ")?")
_LINE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*[,，\t ]\s*(\S+?)\s*[,，\t ]\s*(\S+)")
_REST, _WORK = {"休", "放假", "假", "休息"}, {"班", "上班", "调休上班", "工作"}


@dataclass
class Reading:
    """The days found and what could not be understood, each as a Chinese sentence."""

    days: list[Special] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_arrangement(text: str, year: int) -> Reading:
    """Reads the notice's text, or lines 日期,休/班,名称. Weekdays in brackets have to agree with `year`."""
    # NFKC also turns full-width brackets, colons and digits into plain ones.
    plain = unicodedata.normalize("NFKC", text)
    reading = _read_notice(plain, year) if _HEADING.search(plain) else _read_lines(plain)
    if not reading.days and not reading.problems:
        reading.problems.append("没有读到任何日期。请粘贴通知全文，或每行一天：2027-01-01,休,元旦。")
    reading.days.sort()
    return reading


def _read_lines(text: str) -> Reading:
    reading = Reading()
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("日期"):
            _read_line(line.strip(), number, reading)
    return reading


def _read_line(line: str, number: int, reading: Reading) -> None:
    found = _LINE.fullmatch(line)
    if not found or found[4] not in _REST | _WORK:
        reading.problems.append(f"第{number}行“{line[:40]}”应写成：日期,休或班,名称，例如 2027-01-01,休,元旦。")
        return
    day = _date(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        reading.problems.append(f"第{number}行“{line[:40]}”的日期不存在。")
        return
    reading.days.append(Special(day, found[4] in _WORK, found[5][:40]))


def _read_notice(text: str, year: int) -> Reading:
    reading = Reading()
    for stated in sorted({int(found) for found in re.findall(r"关于(\d{4})年部分节假日", text)} - {year}):
        reading.problems.append(f"粘贴的是{stated}年的通知，与所选的{year}年不符。")
    headings = [*_HEADING.finditer(text)]
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        body = text[heading.end() : following.start() if following else len(text)]
        _read_festival(heading[1].strip(), body, year, reading)
    return reading


def _read_festival(name: str, body: str, year: int, reading: Reading) -> None:
    for sentence in re.split(r"[。;\n]", body):
        # "安排职工在除夕（2月9日）休息" is a wish, not a holiday: only 放假 and 上班 count.
        is_workday = sentence.rstrip().endswith("上班")
        if not is_workday and "放假" not in sentence:
            continue
        said = sentence if is_workday else sentence.partition("放假")[0]
        label = f"{name}调休" if is_workday else name
        reading.days.extend(Special(day, is_workday, label) for day in _days_in(said, year, reading))


def _days_in(sentence: str, year: int, reading: Reading) -> Iterator[date]:
    month = 0
    for found in _SPAN.finditer(sentence):
        month = int(found["am"] or month)
        first = _checked(year, month, found["ad"], found["an"], reading)
        month = int(found["bm"] or month)
        last = _checked(year, month, found["bd"], found["bn"], reading) if found["bd"] else first
        if first and last and first <= last and (last - first).days < 31:
            yield from (first + timedelta(days=n) for n in range((last - first).days + 1))
        elif first and last:
            reading.problems.append(f"“{found[0]}”的起止日期不合理，请核对。")


def _checked(year: int, month: int, day: str, note: str | None, reading: Reading) -> date | None:
    found = _date(year, month, int(day))
    if found is None:
        reading.problems.append(f"{month}月{day}日不存在，请核对。")
        return None
    stated = re.search(rf"[周星期]+([{WEEKDAYS}天])", note or "")
    if stated and stated[1].replace("天", "日") != WEEKDAYS[found.weekday()]:
        actual = WEEKDAYS[found.weekday()]
        reading.problems.append(f"{month}月{day}日在{year}年是周{actual}，通知写的是周{stated[1]}，请核对年份。")
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
