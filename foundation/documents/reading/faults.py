"""The two ways in which a file can be wrong. Both carry one Chinese sentence that says what to mend."""

from collections.abc import Sequence
from typing import Any


class CellFault(ValueError):
    """A cell that cannot be read. The text quotes what stands there and says how to write it."""


class UnreadableFile(ValueError):
    """A file that is not a table this portal can read."""


class HeaderUnclear(UnreadableFile):
    """There is a header, but columns nothing can do without are not certain.

    `doubts` are the words to ask about, `missing` what is needed ("姓名"), as one text for a page's heading.
    """

    def __init__(self, message: str, doubts: Sequence[Any], missing: str) -> None:
        super().__init__(message)
        self.doubts, self.missing = doubts, missing
