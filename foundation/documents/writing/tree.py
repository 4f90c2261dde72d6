"""What a document consists of, as values. No format and no room's words in it; both writers read the same tree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

Align = Literal["justify", "left", "center", "right"]


class HeadStyle(StrEnum):
    """How the issuing body stands above the text."""

    LETTER = "letter"  # 信函格式: between red double lines, number at the right (10.1)
    FILE = "file"  # 红头: number in the middle above one red line (7.2)


@dataclass(frozen=True)
class Head:
    """The issuing body's mark (发文机关标志) and number (发文字号)."""

    mark: str
    number: str = ""
    style: HeadStyle = HeadStyle.LETTER


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (黑体), 2 (楷体) or 3 (仿宋); `numbered()` puts 一、（一）1. before it."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError("A heading has level 1, 2 or 3.")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `lead` stands before the text in 楷体; `indent` sets the first line in by two characters.

    A line break in the text begins a new paragraph of the same kind.
    """

    text: str
    lead: str = ""
    align: Align = "justify"
    indent: bool = True

    def lines(self) -> list[str]:
        """The paragraphs the text falls into; blank lines are left out."""
        return [line.strip() for line in re.split(r"\r\n|\r|\n", self.text) if line.strip()] or [""]


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, its share of the width, where its cells stand."""

    label: str
    width: float = 1.0
    align: Align = "center"


@dataclass(frozen=True)
class Cell:
    """A cell that reaches over several columns; a plain str is a cell of one."""

    text: str
    span: int = 1
    strong: bool = False
    align: Align | None = None


@dataclass(frozen=True)
class Table:
    """Rows under columns. The heading row is repeated on every page; without labels there is none.

    Every row covers all columns: the spans of its cells add up to their number.
    """

    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[str | Cell]]
    caption: str = ""
    row_height: float = 0.0  # at least so many millimetres

    def __post_init__(self) -> None:
        if any(sum(cell.span for cell in row) != len(self.columns) for row in self.cells()):
            raise ValueError("Every row of a table covers all its columns.")

    def cells(self) -> list[list[Cell]]:
        """The rows with every cell as a Cell."""
        return [[cell if isinstance(cell, Cell) else Cell(str(cell)) for cell in row] for row in self.rows]

    @property
    def has_heading(self) -> bool:
        return any(column.label for column in self.columns)


@dataclass(frozen=True)
class Picture:
    """A chart as PNG with the sentence that tells what it shows."""

    png: bytes
    alt: str
    width: float = 140.0  # millimetres
    caption: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | Table | Picture | PageBreak


@dataclass(frozen=True)
class Signature:
    """Who issues it and when; `seal` leaves room for one (加盖印章)."""

    organisation: str
    day: date | None = None
    seal: bool = False
    signatory: str = ""  # post and name under a signed letter (签名章)


@dataclass(frozen=True)
class Document:
    """A whole document. Empty parts leave no gap."""

    title: str
    blocks: Sequence[Block] = ()
    head: Head | None = None
    marks: Sequence[str] = ()  # upper right, above the title
    subtitle: str = ""
    addressee: str = ""  # 主送, with its colon
    attachments: Sequence[str] = ()  # 附件说明
    signature: Signature | None = None
    note: str = ""  # 附注, without its brackets
    copies: Sequence[str] = ()  # 抄送
    printed: tuple[str, str] | None = None  # 印发机关, 印发日期
    draft: str = ""  # a word across every page, such as 草稿
    landscape: bool = False
    page_numbers: bool = True
    made_on: date = field(default=date(2000, 1, 1))  # the day in the file's own data; equal trees make equal bytes
    author: str = ""
