"""What has changed between two editions of the same tables, cell by cell, with the rows that came and went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foundation.documents.figures.sheet import Cell, Sheet

NOTHING = ("", "", Cell(None))
# (row, column) → their headings and the cell
Placed = dict[tuple[str, str], tuple[str, str, Cell]]


@dataclass(frozen=True)
class Difference:
    """One cell that is not what it was. `came` and `went` are keys of rows of the kind `of`."""

    sheet: str
    row: str
    column: str
    was: int | str | None
    now: int | str | None
    of: str
    came: frozenset[int]
    went: frozenset[int]


def differences(old: Sequence[Sheet], new: Sequence[Sheet]) -> list[Difference]:
    """Every cell of `old` and `new` that differs, in the order of the tables; empty when they are alike."""
    later = {sheet.key: sheet for sheet in new}
    found = [one for sheet in old for one in _between(sheet, later.pop(sheet.key, None))]
    return found + [one for sheet in later.values() for one in _between(None, sheet)]


def _between(old: Sheet | None, new: Sheet | None) -> Iterator[Difference]:
    title = next(sheet.title for sheet in (new, old) if sheet)
    before, after = _placed(old), _placed(new)
    for place in before | after:
        was, now = before.get(place, NOTHING), after.get(place, NOTHING)
        if was[2] != now[2]:
            row, column, _ = now if place in after else was
            yield _difference(title, row, column, was[2], now[2])


def _placed(sheet: Sheet | None) -> Placed:
    if sheet is None:
        return {}
    return {
        (row.key, column.key): (row.label, column.label, cell)
        for row in sheet.rows
        for column, cell in zip(sheet.columns, row.cells, strict=True)
    }


def _difference(title: str, row: str, column: str, was: Cell, now: Cell) -> Difference:
    before, after = frozenset(was.keys), frozenset(now.keys)
    return Difference(title, row, column, was.value, now.value, now.of or was.of, after - before, before - after)
