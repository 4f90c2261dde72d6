"""Tables of counted figures as values: the page, the workbook and the document are drawn from the same cells."""

from foundation.documents.figures.canonical import canonical, digest, from_json, to_json
from foundation.documents.figures.differences import Difference, differences
from foundation.documents.figures.sheet import Cell, Column, Kind, Row, Sheet

__all__ = [
    "Cell",
    "Column",
    "Difference",
    "Kind",
    "Row",
    "Sheet",
    "canonical",
    "differences",
    "digest",
    "from_json",
    "to_json",
]
