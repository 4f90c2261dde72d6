"""The kinds of message of this room, each under the heading of the inbox's filter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Event:
    """One kind of message: its name, and whether it may be switched off."""

    key: str
    name: str
    statutory: bool = True
    heading: str = ""

    @property
    def kind(self) -> str:
        """The key under which foundation.notices knows it."""
        return f"deputies.{self.key}"


def _under(*rows: str | Event) -> Iterator[Event]:
    """The events, each under the last heading before it."""
    heading = ""
    for row in rows:
        if isinstance(row, str):
            heading = row
        else:
            yield replace(row, heading=heading)


MATRIX: dict[str, Event] = {
    event.key: event
    for event in _under(
        "履职档案",
        Event("duty_struck", "履职记录撤销"),
        "履职活动",
        Event("invited", "活动通知"),
        Event("cancelled", "活动取消"),
        Event("absent", "缺席登记"),
    )
}
