"""From facts to figures: counts and exact percentages, each with the rows behind it."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from foundation.documents.figures import Cell
from foundation.documents.figures.sheet import SMALL
from suggestions.statistics import percentage


def counted(rows: Iterable[Any], of: str = "suggestion") -> Cell:
    """How many; `rows` are facts, each once."""
    keys = tuple(sorted({row.pk for row in rows}))
    return Cell(len(keys), of, keys)


def share(part: Collection[Any], whole: Collection[Any], of: str = "suggestion", least: int = 0) -> Cell:
    """`part` of `whole` in percent, two decimals, half up; no rate of a whole that is smaller than `least`."""
    keys = tuple(sorted({row.pk for row in part}))
    base = len({row.pk for row in whole})
    if 0 < base < least:
        return Cell(None, of, keys, base, SMALL)
    rate = percentage(len(keys), base)
    return Cell(None if rate is None else str(rate), of, keys, base)


def amount(number: int) -> Cell:
    """A number behind which there are no rows of its own."""
    return Cell(number)


def word(text: str, key: int | None = None, of: str = "suggestion") -> Cell:
    """Words, with the row they are about."""
    return Cell(text, of, (key,)) if key else Cell(text)


def change(now: Cell, before: Cell) -> Cell:
    """By how much a count or a rate rose (rates in percentage points); empty where one of them is."""
    if now.value is None or before.value is None:
        return Cell(None)
    if isinstance(now.value, str) or isinstance(before.value, str):
        return Cell(str(Decimal(now.value) - Decimal(before.value)))
    return Cell(now.value - before.value)
