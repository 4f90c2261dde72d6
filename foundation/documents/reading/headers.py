"""Which row is the header, and what each column means: by the words, never by the position."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from rapidfuzz import fuzz

from foundation.documents.reading.cells import compact, is_blank
from foundation.documents.reading.workbook import Row, Sheet

SEARCHED_ROWS = 30
LIKELY = 60
IGNORE = ""


@dataclass(frozen=True)
class Meaning:
    """One thing a column can hold. `words` are header words in order of preference; longer ones also match inside."""

    key: str
    label: str
    words: tuple[str, ...]
    required: bool = False

    def rank(self, header: str) -> int | None:
        """How well a normalised header says this: 0 is best, None is not at all."""
        if header in self.words:
            return self.words.index(header)
        inside = [word for word in self.words if len(word) > 1 and word in header]
        return 100 - max(map(len, inside)) if inside else None


@dataclass(frozen=True)
class Doubt:
    """A column whose header is not understood; `guess` is the key it may mean, or ""."""

    index: int
    header: str
    guess: str


@dataclass
class Header:
    """The header of one sheet. `columns`: meaning key → column index; `titles`: column index → header text."""

    row: int
    columns: dict[str, int]
    titles: dict[int, str]
    doubts: list[Doubt] = field(default_factory=list)
    twice: list[tuple[str, int, int]] = field(default_factory=list)
    last_row: int = 0

    def title(self, key: str, default: str = "") -> str:
        """The header text of a meaning as it stands in the file."""
        return self.titles.get(self.columns.get(key, -1), default)

    def is_repeated_by(self, row: Row) -> bool:
        """Whether a row below says the header once more, as at the top of a printed page."""
        return len([index for index in row.filled if compact(row.cell(index)) == self.titles.get(index)]) >= 3

    def missing(self, meanings: Sequence[Meaning]) -> list[Meaning]:
        """Required meanings for which there is no column."""
        return [meaning for meaning in meanings if meaning.required and meaning.key not in self.columns]


def find_header(sheet: Sheet, meanings: Sequence[Meaning], chosen: Mapping[str, str] | None = None) -> Header | None:
    """The header among the first rows of a sheet: the row with most known words, two at least. None without one.

    `chosen` maps header texts to meaning keys (or IGNORE), as answered on the page or on the command line.
    """
    best, most = None, 1
    for row in sheet.rows[:SEARCHED_ROWS]:
        known = sum(1 for index in row.filled if _looks_like_header(row.cell(index), meanings))
        if known > most:
            best, most = row, known
    return _read(sheet, best, meanings, chosen or {}) if best else None


def plain(header: object) -> str:
    """A header word without blanks, brackets and marks: "出生年月（公历）*" is "出生年月"."""
    return re.sub(r"\([^)]*\)|[\[\]【】*:,、。/]", "", compact(header))


def letter(index: int) -> str:
    """The column letter the office sees: 0 is A."""
    return get_column_letter(index + 1)


def _looks_like_header(value: object, meanings: Sequence[Meaning]) -> bool:
    word = plain(value)
    return 0 < len(word) <= 14 and any(meaning.rank(word) is not None for meaning in meanings)


def _read(sheet: Sheet, row: Row, meanings: Sequence[Meaning], chosen: Mapping[str, str]) -> Header:
    titles, last_row = _titles(sheet, row, meanings)
    header = Header(row.number, {}, titles, last_row=last_row)
    answers = {plain(word): key for word, key in chosen.items()}
    ranked: dict[str, list[tuple[int, int]]] = {}
    for index, title in titles.items():
        _place(header, ranked, index, title, meanings, answers)
    for key, places in ranked.items():
        places.sort()
        header.columns[key] = places[0][1]
        for rank, index in places[1:]:
            _second(header, key, places[0], (rank, index))
    return header


def _titles(sheet: Sheet, row: Row, meanings: Sequence[Meaning]) -> tuple[dict[int, str], int]:
    """The header texts; a second header row under merged cells is joined to the first."""
    titles = {index: compact(row.cell(index)) for index in row.filled}
    below = next((other for other in sheet.rows if other.number == row.number + 1), None)
    if below is None or not _is_second_row(row, below, meanings):
        return titles, row.number
    for index in below.filled:
        word = compact(below.cell(index))
        titles[index] = word if word != titles.get(index) else titles[index]
    return titles, below.number


def _is_second_row(row: Row, below: Row, meanings: Sequence[Meaning]) -> bool:
    fresh = [index for index in below.filled if below.cell(index) != row.cell(index)]
    known = [index for index in fresh if _looks_like_header(below.cell(index), meanings)]
    # A heading that spans several columns leaves the cells to its right blank; a row of its own does not stand there.
    under_span = any(is_blank(row.cell(index)) for index in known)
    return under_span and len(known) == len(fresh)


def _place(header: Header, ranked: dict, index: int, title: str, meanings: Sequence[Meaning], answers: Mapping) -> None:
    word = plain(title)
    if word in answers:
        if answers[word] != IGNORE:
            ranked.setdefault(answers[word], []).append((-1, index))
        return
    ranks = sorted((rank, meaning.key) for meaning in meanings if (rank := meaning.rank(word)) is not None)
    if ranks and (len(ranks) == 1 or ranks[0][0] < ranks[1][0]):
        ranked.setdefault(ranks[0][1], []).append((ranks[0][0], index))
    elif word:
        header.doubts.append(Doubt(index, title, ranks[0][1] if ranks else _guess(word, meanings)))


def _guess(word: str, meanings: Sequence[Meaning]) -> str:
    scored = ((max(fuzz.ratio(word, known) for known in meaning.words), meaning.key) for meaning in meanings)
    best, key = max(scored)
    return key if best >= LIKELY else ""


def _second(header: Header, key: str, first: tuple[int, int], other: tuple[int, int]) -> None:
    """Two columns of one meaning: the same word twice is a fault, the less exact word is asked about."""
    if plain(header.titles[first[1]]) == plain(header.titles[other[1]]):
        header.twice.append((key, first[1], other[1]))
    else:
        header.doubts.append(Doubt(other[1], header.titles[other[1]], ""))
