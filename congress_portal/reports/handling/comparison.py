"""This year beside the last one, both counted anew by the same definitions on the same day."""

from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions.states import Grade
from suggestions.yearbook import Yearbook, change, counted, share
from suggestions.yearbook.figures import BASIC_RATE, DIMENSIONS, PLAIN_RATE, STATED, short

OF = "assignment"
NOTHING = ("", Cell(None))


def compared(book: Yearbook, earlier: Yearbook) -> Sheet:
    """The key figures of both years and what they rose by; rates in percentage points."""
    now, before = _figures(book), _figures(earlier)
    rows = [_row(key, label, cell, before.get(key, NOTHING)[1]) for key, (label, cell) in now.items()]
    columns = [Column("now", "本年", Kind.CHANGE), Column("before", "上年", Kind.CHANGE)]
    columns.append(Column("change", "增减", Kind.CHANGE))
    note = "上年的数字按同一口径、截至本次统计之日重新计算；比率的增减为百分点。"
    return Sheet("comparison", "与上年比较", "项目", columns, rows, note=note)


def _row(key: str, label: str, now: Cell, before: Cell) -> Row:
    return Row(key, label, [now, before, change(now, before)])


def _figures(book: Yearbook) -> dict[str, tuple[str, Cell]]:
    answered, parts = book.answered, [part for part in book.answering if part.answered]
    timely = [part for part in book.answering if part.punctuality(book.on) == "on_time"]
    due = [part for part in book.answering if part.punctuality(book.on) in ("on_time", "late", "overdue")]
    found = {
        "registered": ("立案（件）", counted(book.cases)),
        "session": ("大会期间提出（件）", counted(case for case in book.cases if case.in_session)),
        "recess": ("闭会期间提出（件）", counted(case for case in book.cases if not case.in_session)),
        "answered": ("已答复（件）", counted(answered)),
        "on_time": ("按期答复率（%）", share(timely, due, OF)),
        "contact": ("沟通率（%）", share([part for part in parts if part.contacted], parts, OF)),
    }
    for label in book.classes:
        same = [case for case in answered if case.result == label]
        found[f"class-{label.key}"] = (f"{short(label)}占已答复（%）", share(same, answered))
    for dimension, name in DIMENSIONS.items():
        found |= _content(book, dimension, name)
    kept = [row for row in book.promises if row.kept]
    found["promises"] = ("当年承诺兑现率（%）", share(kept, book.promises, "commitment"))
    return found


def _content(book: Yearbook, dimension: str, name: str) -> dict[str, tuple[str, Cell]]:
    stated = [case for case in book.answered if case.word(dimension) in STATED]
    plain = [case for case in stated if case.word(dimension) == Grade.SATISFIED]
    basic = [case for case in stated if case.word(dimension) != Grade.DISSATISFIED]
    return {
        f"{dimension}-plain": (f"{name}{PLAIN_RATE}（%）", share(plain, stated)),
        f"{dimension}-basic": (f"{name}{BASIC_RATE}（%）", share(basic, stated)),
    }
