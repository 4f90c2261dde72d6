"""What every import answers: row by row, then whether it was written, then what was created beside the rows."""

from dataclasses import dataclass, field
from typing import Any

NEW, CHANGED, UNCHANGED, REFUSED = "new", "changed", "unchanged", "refused"
OUTCOME_LABELS = {NEW: "新增", CHANGED: "变更", UNCHANGED: "无变化", REFUSED: "有误"}
ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Message:
    """One remark on one cell: what stands there and how to mend it."""

    column: str
    level: str
    text: str


@dataclass
class RowReport:
    """The outcome of one data row, under the row number the office sees."""

    sheet: str
    row: int
    outcome: str = UNCHANGED
    messages: list[Message] = field(default_factory=list)
    name: str = ""
    changes: list[str] = field(default_factory=list)

    def error(self, column: str, text: str) -> None:
        """Refuses the row."""
        self.outcome = REFUSED
        self.messages.append(Message(column, ERROR, text))

    def warn(self, column: str, text: str) -> None:
        """Remarks on the row; it is still taken."""
        self.messages.append(Message(column, WARNING, text))

    @property
    def refused(self) -> bool:
        return self.outcome == REFUSED

    @property
    def label(self) -> str:
        return OUTCOME_LABELS[self.outcome]


@dataclass
class ImportReport:
    """The whole answer. `notes` are remarks on the file as such, for people; programs read `as_json()`."""

    rows: list[RowReport] = field(default_factory=list)
    created: dict[str, list[str]] = field(default_factory=dict)
    written: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def refused(self) -> list[RowReport]:
        return [row for row in self.rows if row.refused]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each outcome, in the order new, changed, unchanged, refused."""
        return {outcome: sum(row.outcome == outcome for row in self.rows) for outcome in OUTCOME_LABELS}

    @property
    def summary(self) -> str:
        """ "新增147行，变更0行，无变化0行，有误0行"."""
        return "，".join(f"{OUTCOME_LABELS[outcome]}{count}行" for outcome, count in self.counts.items())

    def as_json(self) -> dict[str, Any]:
        """The form other programs rely on (house, section 5)."""
        return {
            "written": self.written,
            "rows": [
                {
                    "sheet": row.sheet,
                    "row": row.row,
                    "outcome": row.outcome,
                    "messages": [vars(message) for message in row.messages],
                }
                for row in self.rows
            ],
            "created": self.created,
        }
