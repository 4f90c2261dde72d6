"""How many suggestions there were, when and by whom they were raised, about what, and who was given them."""

from collections.abc import Sequence

from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions.states import FINAL, REGISTERED_ONWARD, Channel
from suggestions.yearbook import SYSTEMS, CaseFacts, Label, Yearbook, counted, share
from suggestions.yearbook.figures import Figure, classes, count, grouped, portion, satisfaction, table

CLOSED = tuple(state for state in FINAL if state in REGISTERED_ONWARD)


def totals(book: Yearbook) -> Sheet:
    """The lines every report begins with. What was withdrawn after registration is named and counted nowhere else."""
    cases = book.cases
    lines = [
        ("registered", "立案", cases),
        ("session", "其中：大会期间提出", [case for case in cases if case.in_session]),
        ("recess", "其中：闭会期间提出", [case for case in cases if not case.in_session]),
        ("converted", "其中：议案转建议", [case for case in cases if case.is_converted]),
        ("key", "其中：重点督办", [case for case in cases if case.is_key]),
        ("assigned", "已交办", [case for case in cases if case.assigned]),
        ("answered", "已答复", book.answered),
        ("closed", "已办结", [case for case in cases if case.state in CLOSED]),
        ("published", "已向社会公开", [case for case in cases if case.is_public]),
    ]
    rows = [Row(key, label, [counted(found), share(found, cases)]) for key, label, found in lines]
    rows += [
        Row("withdrawn", "立案后撤回（不计入以上各项）", [counted(book.withdrawn), Cell(None)]),
        Row("units", "承办单位（个）", [_units(book.parts), Cell(None)]),
        Row("answering-units", "其中：主办、分办单位（个）", [_units(book.answering), Cell(None)]),
    ]
    columns = [Column("count", "件数"), Column("share", "占立案（%）", Kind.RATE)]
    note = "统计对象为区人大代表在统计期内经立案的建议；并案办理的逐件计算。"
    return Sheet("totals", "总体情况", "项目", columns, rows, note=note)


def _units(parts: list) -> Cell:
    return Cell(len({part.unit.key for part in parts}), "unit", tuple(sorted({int(part.unit.key) for part in parts})))


def by_channel(book: Yearbook) -> Sheet:
    groups = [
        (Label(value, label), [case for case in book.cases if case.channel == value])
        for value, label in Channel.choices
    ]
    figures = [
        count("count", "件数"),
        portion(book.cases),
        count("converted", "其中议案转建议", lambda case: case.is_converted),
        *_handled(),
    ]
    return table("channel", "按提出时间", "提出时间", figures, groups, book.cases, chart="count", chart_kind="donut")


def by_category(book: Yearbook) -> Sheet:
    figures = [
        count("count", "件数"),
        portion(book.cases),
        *_handled(),
        *classes(book.classes),
        *satisfaction("result", book.least, "结果"),
    ]
    groups = grouped(book.cases, lambda case: case.category)
    return table("category", "按类别", "类别", figures, groups, book.cases, chart="count")


def by_system(book: Yearbook) -> Sheet:
    """By the unit in the lead, of separate units by the first one, so that each case is counted once."""
    figures = [
        count("count", "件数"),
        portion(book.cases),
        Figure(Column("units", "主办、分办单位（个）"), lambda cases: _units(_answering(cases))),
        *_handled(),
    ]
    groups = [
        (Label(key, name), [case for case in book.cases if case.system == key]) for key, (name, _) in SYSTEMS.items()
    ]
    note = (
        "按主办单位所属系统统计；分别办理的按第一个承办单位统计，每件只计一次。单位数为办理本行建议的主办、分办单位。"
    )
    return table("system", "按办理系统", "系统", figures, groups, book.cases, note=note, chart="count")


def _answering(cases: Sequence[CaseFacts]) -> list:
    return [part for case in cases for part in case.answering]


def _handled() -> list[Figure]:
    return [
        count("answered", "已答复", lambda case: case.answered),
        count("closed", "已办结", lambda case: case.state in CLOSED),
    ]
