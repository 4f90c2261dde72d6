"""What a table of figures consists of. Every count carries the keys of the rows it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SMALL = "small"


class Kind(StrEnum):
    """What the cells of a column are: a count, a rate in percent, a difference, or words."""

    COUNT = "count"
    RATE = "rate"
    CHANGE = "change"
    TEXT = "text"


@dataclass(frozen=True)
class Cell:
    """One figure. `keys` are the rows it counts, or for a rate those of its part; `of` says what kind of rows.

    A rate is a str with two decimals ("92.47"), or None where nobody can be counted, or where the base is too small to
    show one (`mark` is then SMALL). `base` is the whole of a rate.
    """

    value: int | str | None
    of: str = ""
    keys: tuple[int, ...] = ()
    base: int | None = None
    mark: str = ""

    @property
    def has_rows(self) -> bool:
        return bool(self.of and self.keys)


@dataclass(frozen=True)
class Column:
    """A column: the key by which tests and addresses name it, its heading, what its cells are."""

    key: str
    label: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True)
class Row:
    """A row: the key by which tests and addresses name it, its heading, one cell for each column."""

    key: str
    label: str
    cells: Sequence[Cell]
    is_total: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table. `head` is the heading of the first column; `chart` names the column a chart is drawn of."""

    key: str
    title: str
    head: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    note: str = ""
    chart: str = ""
    chart_kind: str = "bar"

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.key}: every row has one cell for each column")

    def cell(self, row: str, column: str) -> Cell:
        """The cell at a row and a column. KeyError when there is none."""
        place = next((number for number, known in enumerate(self.columns) if known.key == column), None)
        line = next((known for known in self.rows if known.key == row), None)
        if place is None or line is None:
            raise KeyError((self.key, row, column))
        return line.cells[place]

    def column(self, key: str) -> Column:
        """The column of this key; KeyError when there is none."""
        found = next((known for known in self.columns if known.key == key), None)
        if found is None:
            raise KeyError(key)
        return found
