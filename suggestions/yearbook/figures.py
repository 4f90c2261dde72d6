"""Columns that several tables share: each is a heading and a function from facts to one cell."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions.states import Grade
from suggestions.yearbook.cells import counted, share
from suggestions.yearbook.facts import AWAITING, NOT_STATED, CaseFacts, Label, labels

Facts = Sequence[Any]
DIMENSIONS = {"attitude": "办理态度", "result": "办理结果"}
PLAIN_RATE, BASIC_RATE = "满意率（不含基本满意）", "满意率（含基本满意）"
STATED = tuple(Grade.values)
GRADES = ((Grade.SATISFIED, "满意"), (Grade.BASICALLY, "基本满意"), (Grade.DISSATISFIED, "不满意"))


@dataclass(frozen=True)
class Figure:
    """One column of a table and how its cell is counted from the rows of a line."""

    column: Column
    of: Callable[[Facts], Cell]


def count(key: str, label: str, wanted: Callable[[Any], object] = lambda fact: True, of: str = "suggestion") -> Figure:
    """How many of a line's facts are `wanted`."""
    return Figure(Column(key, label), lambda rows: counted((row for row in rows if wanted(row)), of))


def rate(
    key: str,
    label: str,
    part: Callable[[Any], object],
    whole: Callable[[Any], object] = lambda fact: True,
    of: str = "suggestion",
    least: int = 0,
) -> Figure:
    """Which share of the facts that belong to the `whole` belong to the `part` too."""

    def cell(rows: Facts) -> Cell:
        base = [row for row in rows if whole(row)]
        return share([row for row in base if part(row)], base, of, least)

    return Figure(Column(key, label, Kind.RATE), cell)


def portion(everything: Facts, of: str = "suggestion", key: str = "share", label: str = "占比（%）") -> Figure:
    """Which share of all the table's facts a line has."""
    return Figure(Column(key, label, Kind.RATE), lambda rows: share(rows, everything, of))


def grades(dimension: str, prefix: str = "") -> list[Figure]:
    """The three grades of a dimension, and those who said nothing, each by itself; unanswered cases in none."""
    words = [*GRADES, (NOT_STATED, "未表态"), (AWAITING, "待评价")]
    return [count(f"{dimension}-{key}", f"{prefix}{label}", _says(dimension, key)) for key, label in words]


def satisfaction(dimension: str, least: int = 0, prefix: str = "") -> list[Figure]:
    """How many have said something, and both rates, each named: with and without 基本满意 (domain 2.11)."""
    content = (Grade.SATISFIED, Grade.BASICALLY)
    stated = _says(dimension, *STATED)
    return [
        count(f"{dimension}-stated", f"{prefix}已表态（基数）", stated),
        rate(
            f"{dimension}-plain", f"{prefix}{PLAIN_RATE}（%）", _says(dimension, Grade.SATISFIED), stated, least=least
        ),
        rate(f"{dimension}-basic", f"{prefix}{BASIC_RATE}（%）", _says(dimension, *content), stated, least=least),
    ]


def classes(known: Iterable[Label]) -> list[Figure]:
    """One column for each class of results, and one for replies that name none."""
    found = [count(f"class-{label.key}", short(label), _classed(label)) for label in known]
    return [*found, count("class-none", "未标类别", lambda case: case.answered and case.result is None)]


def short(label: Label) -> str:
    """ "A类" of "A类（…）"."""
    return label.name.split("（")[0]


def grouped(rows: Iterable[Any], by: Callable[[Any], Label]) -> list[tuple[Label, list[Any]]]:
    """The rows under their headings, in the order of the headings."""
    rows = list(rows)
    return [(label, [row for row in rows if by(row) == label]) for label in labels(map(by, rows))]


def table(
    key: str,
    title: str,
    head: str,
    figures: Sequence[Figure],
    groups: Iterable[tuple[Label, Facts]],
    total: Facts | None = None,
    **more: Any,
) -> Sheet:
    """A table with one line for each group and, when there is a total, a last line over all its facts."""
    rows = [Row(label.key, label.name, [figure.of(facts) for figure in figures]) for label, facts in groups]
    if total is not None:
        rows.append(Row("total", "合计", [figure.of(total) for figure in figures], is_total=True))
    return Sheet(key, title, head, [figure.column for figure in figures], rows, **more)


def _says(dimension: str, *words: str) -> Callable[[CaseFacts], bool]:
    return lambda case: case.word(dimension) in words


def _classed(label: Label) -> Callable[[CaseFacts], bool]:
    return lambda case: case.result == label
