"""What each unit was given and how it answered; cases of several units are counted with each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from foundation.documents.figures import Sheet
from suggestions.states import Grade, UnitRole
from suggestions.yearbook import CaseFacts, Label, PartFacts, Yearbook
from suggestions.yearbook.facts import AWAITING, NOT_STATED
from suggestions.yearbook.figures import BASIC_RATE, GRADES, PLAIN_RATE, Figure, count, grouped, rate, short, table

OF = "assignment"


@dataclass(frozen=True)
class Given:
    """One unit's part beside the case it belongs to; counted by the key of the part."""

    part: PartFacts
    case: CaseFacts

    @property
    def pk(self) -> int:
        return self.part.pk

    @property
    def rated(self) -> bool:
        """Whether the deputy's grade is the unit's own: it answered, and the whole case is answered."""
        return self.part.answers and self.case.answered

    def says(self, dimension: str, *words: str) -> bool:
        return self.rated and self.case.word(dimension) in words


def by_unit(book: Yearbook) -> Sheet:
    """One line for each unit. The grades of a case stand with every unit that answers it, never with co-units."""
    given = [Given(part, case) for case in book.cases for part in case.parts]
    figures = [*_tasks(book), *_classes(book), *_grades(book.least)]
    groups = grouped(given, lambda one: one.part.unit)
    note = (
        "按承办任务（件次）统计：一件建议由几个单位办理的，各单位分别计算，合计为件次。"
        f"比率的基数不足{book.least}件的不列出。"
    )
    return table("unit", "按承办单位", "承办单位", figures, groups, given, note=note, chart="answering")


def _tasks(book: Yearbook) -> list[Figure]:
    def is_(*words: str) -> Callable[[Given], bool]:
        return lambda one: one.part.answers and one.part.punctuality(book.on) in words

    return [
        _count("answering", "主办、分办", lambda one: one.part.answers),
        _count("lead", "其中主办", lambda one: one.part.role == UnitRole.LEAD),
        _count("separate", "其中分办", lambda one: one.part.role == UnitRole.SEPARATE),
        _count("co", "会办", lambda one: one.part.role == UnitRole.CO),
        _count("answered", "已答复", lambda one: one.part.answered),
        _count("on_time", "按期答复", is_("on_time")),
        _count("late", "逾期答复", is_("late")),
        _count("overdue", "逾期未答复", is_("overdue")),
        rate("on_time_rate", "按期答复率（%）", is_("on_time"), is_("on_time", "late", "overdue"), OF, book.least),
        _count("extended", "同意延期", lambda one: True in one.part.extensions),
        rate(
            "contact_rate",
            "沟通率（%）",
            lambda one: one.part.contacted,
            lambda one: one.part.answered,
            OF,
            book.least,
        ),
    ]


def _classes(book: Yearbook) -> list[Figure]:
    return [_count(f"class-{label.key}", short(label), _classed(label)) for label in book.classes]


def _classed(label: Label) -> Callable[[Any], bool]:
    return lambda one: one.part.answers and one.part.result == label


def _grades(least: int) -> list[Figure]:
    words = [*GRADES, (NOT_STATED, "未表态"), (AWAITING, "待评价")]
    found = [_count(f"result-{key}", f"结果{label}", _saying("result", key)) for key, label in words]
    for dimension, label in (("attitude", "态度"), ("result", "结果")):
        stated = _saying(dimension, *Grade.values)
        plain, basic = _saying(dimension, Grade.SATISFIED), _saying(dimension, Grade.SATISFIED, Grade.BASICALLY)
        found.append(rate(f"{dimension}-plain", f"{label}{PLAIN_RATE}（%）", plain, stated, OF, least))
        found.append(rate(f"{dimension}-basic", f"{label}{BASIC_RATE}（%）", basic, stated, OF, least))
    return found


def _saying(dimension: str, *words: str) -> Callable[[Any], bool]:
    return lambda one: one.says(dimension, *words)


def _count(key: str, label: str, wanted: Callable[[Any], object]) -> Figure:
    return count(key, label, wanted, OF)
