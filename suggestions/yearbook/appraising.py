"""The scores of units and of suggestions: each rate with its rows, each item's points, total and place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions import scoring
from suggestions.models import AppraisalItem, AppraisalScheme, SuggestionMark
from suggestions.states import AppraisedKind, Grade, MarkDimension, MeasureKey
from suggestions.yearbook.cells import counted, share
from suggestions.yearbook.facts import CaseFacts, Label, PartFacts, PromiseFacts, Yearbook, labels

M = MeasureKey
PART, PROMISE = "assignment", "commitment"
DUE = ("on_time", "late", "overdue")


@dataclass(frozen=True)
class Mark:
    """One mark of a suggestion."""

    pk: int
    case_pk: int
    dimension: str
    score: Decimal


@dataclass(frozen=True)
class Candidate:
    """A unit with all its parts, or one suggestion, with everything a measure may ask for."""

    label: Label
    cases: Sequence[CaseFacts]
    parts: Sequence[PartFacts]
    promises: Sequence[PromiseFacts]
    marks: Sequence[Mark]
    on: Any
    best: Label | None

    @property
    def answered(self) -> list[PartFacts]:
        return [part for part in self.parts if part.answered]


def score(book: Yearbook, scheme: AppraisalScheme) -> Sheet:
    """The table of scores under `scheme`. Whoever had fewer cases than it asks for is listed and has no place."""
    marks = _marks(book)
    is_unit = scheme.kind == AppraisedKind.UNIT
    candidates = _units(book, marks) if is_unit else _suggestions(book, marks)
    items = scheme.measures()
    rows = [_scored(candidate, items, scheme, is_unit) for candidate in candidates]
    places = scoring.ranks([found[1] for found in rows])
    lines = [(*found, place) for found, place in zip(rows, places, strict=True)]
    lines.sort(key=lambda line: (line[2] is None, line[2] or 0))
    note = f"依据：{scheme}（{scheme.legal_basis}）。没有基数的指标不计分，其余指标按比例折算到满分。"
    if is_unit and scheme.least_cases > 1:
        note += f"主办、分办不足{scheme.least_cases}件的不参加评选。"
    return Sheet(
        "scores",
        scheme.get_kind_display(),
        "单位" if is_unit else "建议",
        [*_columns(items, is_unit)],
        [Row(row.key, row.label, [Cell(place), *row.cells]) for row, _, place in lines],
        note=note,
    )


def _columns(items: Sequence[AppraisalItem], is_unit: bool) -> list[Column]:
    found = [Column("place", "名次"), Column("total", "总分", Kind.RATE)]
    found.append(Column("cases", "主办、分办（件）" if is_unit else "件数"))
    for item in items:
        found.append(Column(item.measure, f"{item.get_measure_display()}（%）", Kind.RATE))
        found.append(Column(f"{item.measure}-points", f"得分（满分{item.full}）", Kind.RATE))
    return found


def _scored(
    candidate: Candidate, items: Sequence[AppraisalItem], scheme: AppraisalScheme, is_unit: bool
) -> tuple[Row, Decimal | None]:
    takes_part = not is_unit or len(candidate.parts) >= scheme.least_cases
    least = 0 if takes_part else scheme.least_cases
    cells, scored = [counted(candidate.parts, PART) if is_unit else counted(candidate.cases)], []
    for item in items:
        cell = MEASURES[MeasureKey(item.measure)](candidate, least)
        rate = Decimal(str(cell.value)) if cell.value is not None else None
        points = scoring.points_for(item.as_measure(), rate)
        scored.append((item.as_measure(), points))
        cells += [cell, Cell(None if points is None or not takes_part else str(points))]
    total = scoring.total(scored) if takes_part else None
    shown = Cell(None if total is None else str(total))
    return Row(candidate.label.key, candidate.label.name, [shown, *cells]), total


def _marks(book: Yearbook) -> list[Mark]:
    rows = SuggestionMark.objects.filter(suggestion__in=[case.pk for case in book.cases]).order_by("pk")
    return [Mark(row.pk, row.suggestion_id, row.dimension, row.score) for row in rows]


def _units(book: Yearbook, marks: Sequence[Mark]) -> list[Candidate]:
    """Every unit that answers at least one suggestion."""
    case_of = {part.pk: case for case in book.cases for part in case.parts}
    found = []
    for unit in labels(part.unit for part in book.answering):
        parts = [part for part in book.answering if part.unit == unit]
        cases = [case_of[part.pk] for part in parts]
        keys = {case.pk for case in cases}
        promises = [row for row in book.promises if row.unit == unit]
        mine = [mark for mark in marks if mark.case_pk in keys]
        found.append(Candidate(unit, cases, parts, promises, mine, book.on, _best(book)))
    return found


def _suggestions(book: Yearbook, marks: Sequence[Mark]) -> list[Candidate]:
    """Answered suggestions somebody has marked for their quality."""
    found = []
    for case in book.answered:
        mine = [mark for mark in marks if mark.case_pk == case.pk]
        if any(mark.dimension == MarkDimension.QUALITY for mark in mine):
            promises = [row for row in book.promises if row.case_pk == case.pk]
            label = Label(str(case.pk), f"{case.number} {case.title}")
            found.append(Candidate(label, [case], case.answering, promises, mine, book.on, _best(book)))
    return found


def _best(book: Yearbook) -> Label | None:
    """The class that leaves nothing to be done: the first of the dictionary."""
    return min(book.classes, key=lambda label: label.order, default=None)


def _signed(one: Candidate, least: int) -> Cell:
    base = [part for part in one.parts if part.signing(one.on) in DUE]
    return share([part for part in base if part.signing(one.on) == "on_time"], base, PART, least)


def _on_time(one: Candidate, least: int) -> Cell:
    base = [part for part in one.parts if part.punctuality(one.on) in DUE]
    return share([part for part in base if part.punctuality(one.on) == "on_time"], base, PART, least)


def _contact(one: Candidate, least: int) -> Cell:
    return share([part for part in one.answered if part.contacted], one.answered, PART, least)


def _satisfied(dimension: str) -> Callable[[Candidate, int], Cell]:
    def measure(one: Candidate, least: int) -> Cell:
        base = [case for case in one.cases if case.word(dimension) in Grade.values]
        return share([case for case in base if case.word(dimension) == Grade.SATISFIED], base, least=least)

    return measure


def _class_a(one: Candidate, least: int) -> Cell:
    base = [part for part in one.answered if part.result]
    return share([part for part in base if part.result == one.best], base, PART, least)


def _promises(one: Candidate, least: int) -> Cell:
    """Of the promises that fell due or were kept before; those given up are left out."""
    base = [row for row in one.promises if row.kept or row.overdue(one.on)]
    return share([row for row in base if row.kept], base, PROMISE, least)


def _publication(one: Candidate, least: int) -> Cell:
    public = {case.pk for case in one.cases if case.is_public}
    open_parts = [part for part in one.answered if part.is_public and part.case_pk in public]
    return share(open_parts, one.answered, PART, least)


def _mean(dimension: str) -> Callable[[Candidate, int], Cell]:
    """The mean of all marks, two decimals, half up; its rows are the marks."""

    def measure(one: Candidate, least: int) -> Cell:
        found = [mark for mark in one.marks if mark.dimension == dimension]
        if not found:
            return Cell(None)
        mean = (sum((mark.score for mark in found), Decimal(0)) / len(found)).quantize(scoring.CENT, ROUND_HALF_UP)
        return Cell(str(mean), "mark", tuple(mark.pk for mark in found), len(found))

    return measure


def _outcome(one: Candidate, least: int) -> Cell:
    """Of the two grades of each rated case, how many are 满意."""
    words = [(case, case.word(name)) for case in one.cases for name in ("attitude", "result")]
    said = [(case, word) for case, word in words if word in Grade.values]
    if not said:
        return Cell(None)
    content = [case for case, word in said if word == Grade.SATISFIED]
    rate = (Decimal(100 * len(content)) / len(said)).quantize(scoring.CENT, ROUND_HALF_UP)
    return Cell(str(rate), "suggestion", tuple(sorted({case.pk for case in content})), len(said))


MEASURES: dict[MeasureKey, Callable[[Candidate, int], Cell]] = {
    M.SIGNED: _signed,
    M.ON_TIME: _on_time,
    M.CONTACT: _contact,
    M.ATTITUDE: _satisfied("attitude"),
    M.RESULT: _satisfied("result"),
    M.CLASS_A: _class_a,
    M.PROMISES: _promises,
    M.PUBLICATION: _publication,
    M.QUALITY: _mean(MarkDimension.QUALITY),
    M.OUTCOME: _outcome,
    M.PUBLIC: _mean(MarkDimension.PUBLIC),
}
