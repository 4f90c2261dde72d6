"""Numbers, classes, grades and yes-marks as offices write them. Pure; CellFault says how to write it."""

import re
from typing import Any

from deputies.numerals import parse_number
from foundation.documents.reading import cells
from foundation.documents.reading.faults import CellFault
from suggestions.importing.names import is_nothing
from suggestions.states import Grade

_NUMBER = re.compile(
    r"(?P<recess>闭会?(?:期间)?)?(?:第|No\.?|NO\.?)?(?P<number>\d{1,5}|[一二三四五六七八九十]{1,3})(?:号|件)?"
)
_GRADES = {
    Grade.SATISFIED: ("满意", "非常满意", "很满意", "十分满意"),
    Grade.BASICALLY: ("基本满意", "比较满意", "较满意", "基本"),
    Grade.DISSATISFIED: ("不满意", "不太满意"),
}
GRADES = {word: grade for grade, words in _GRADES.items() for word in words}
UNSTATED = {"未评价", "未反馈", "未表态", "未表示意见", "弃权", "待评价", "待反馈", "未答复", "办理中"}
_LETTERS = dict(zip("甲乙丙丁", "ABCD", strict=True))
_YES = {
    "是",
    "√",
    "✓",
    "✔",
    "有",
    "1",
    "对",
    "Y",
    "YES",
    "重点",
    "重点督办",
    "转",
    "公开",
    "同意",
    "同意公开",
    "可以公开",
}
_NO = {"否", "×", "x", "X", "不", "0", "N", "NO", "不公开", "不同意", "不同意公开", "非重点"}


def number(value: Any) -> tuple[int, bool]:
    """(number, whether it belongs to the recess series) of "第001号", "第3号", "4", "闭会第2号", "第十二号"."""
    shown = cells.compact(value)
    match = _NUMBER.fullmatch(shown)
    if not shown:
        raise CellFault("建议编号是空的，请填写如“第012号”；不是建议的行请删去。")
    read = match and (int(match["number"]) if match["number"].isdigit() else parse_number(match["number"]))
    if not match or not read:
        raise CellFault(f"“{cells.text(value)}”不是建议编号，请写成如“第012号”，闭会期间的写成“闭会第3号”。")
    return read, bool(match["recess"])


def result_class(value: Any) -> str:
    """ "A类", "Ａ", "a", "甲类（已解决）" → "A"; other words in short; "" for a blank cell."""
    shown = cells.compact(value)
    if is_nothing(value) or shown in UNSTATED:
        return ""
    match = re.match(r"([A-Za-z甲乙丙丁])类?(?:[（(:：、].*)?$", shown)
    letter = match.group(1).upper() if match else shown
    return _LETTERS.get(letter, letter)


def grade(value: Any) -> str:
    """A grade, or "" for a blank cell and for words that say that nothing was stated."""
    shown = cells.compact(value)
    if is_nothing(value) or shown in UNSTATED:
        return ""
    if shown not in GRADES:
        raise CellFault(f"“{shown}”不是评价等次，请填“满意”“基本满意”或“不满意”，没有评价的留空。")
    return GRADES[shown]


def is_grade(value: Any) -> bool:
    """Whether a cell says 满意, 基本满意 or 不满意."""
    return cells.compact(value) in GRADES


def mark(value: Any) -> bool | None:
    """Yes, no, or None for a blank cell."""
    shown = cells.compact(value)
    if is_nothing(value):
        return None
    if shown in _YES:
        return True
    if shown in _NO:
        return False
    raise CellFault(f"“{shown}”看不出是还是否，请填“是”或“否”。")
