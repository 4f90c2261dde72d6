"""Columns described once; the screen, the phone's cards and the export are made of the same description."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from foundation.web import drawing

KINDS = ("text", "number", "date", "datetime", "light", "badge", "html")


@dataclass(frozen=True)
class Column:
    """One column. `value` is a callable of the row, or a dotted attribute path.

    `kind` fixes how it is drawn and which type the export writes. `link` answers an address for the row. `primary`
    marks the column that becomes the heading of the row's card on a phone. `sort` names a key of ListPage.orderings;
    with "-" before it the same order turned round.
    """

    label: str
    value: Callable[[Any], Any] | str
    kind: str = "text"
    link: Callable[[Any], str] | None = None
    primary: bool = False
    sort: str = ""
    tone: Callable[[Any], str] | None = None
    exported: bool = True
    shown: bool = True

    def read(self, row: Any) -> Any:
        """The raw value of this column for one row; a missing step on a dotted path reads as None."""
        if callable(self.value):
            return self.value(row)
        found = row
        for name in self.value.split("."):
            found = getattr(found, name, None)
            found = found() if callable(found) and not hasattr(found, "all") else found
        return found


@dataclass(frozen=True)
class Cell:
    """A value with everything its drawing needs."""

    column: Column
    value: Any
    url: str = ""
    tone: str = "neutral"


@dataclass(frozen=True)
class SortLink:
    """Where a column's heading leads, and how the rows stand now: "ascending", "descending" or "none"."""

    url: str
    now: str


@dataclass
class Table:
    """Rows under columns, ready for `components/table.html`."""

    columns: Sequence[Column]
    rows: Iterable[Any]
    caption: str = ""
    empty: str = "没有符合条件的记录。"
    row_tone: Callable[[Any], str] | None = None
    sort_links: dict[str, SortLink] = field(default_factory=dict)

    @property
    def shown(self) -> list[Column]:
        return [column for column in self.columns if column.shown]

    @property
    def is_still(self) -> bool:
        """Nothing in it takes the focus: the frame must, or nobody without a mouse could scroll it (WCAG 2.1.1)."""
        return not self.sort_links and not any(cell.url for line in self.lines for cell in line)

    @property
    def body(self) -> SafeString:
        """The rows as markup."""
        return drawing.lines(self.lines)

    @cached_property
    def lines(self) -> list[list[Cell]]:
        """One list of cells per row."""
        return [[_cell(column, row) for column in self.shown] for row in self.rows]


def _cell(column: Column, row: Any) -> Cell:
    url = column.link(row) if column.link else ""
    tone = column.tone(row) if column.tone else "neutral"
    return Cell(column, column.read(row), url, tone)
