"""What went wrong, in one shape for the morning list, the health page and `check_outcomes`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Finding:
    """One kind of trouble: how often, in words for the office, and where to look. `count` 0 means none."""

    key: str
    text: str
    count: int
    url: str = ""

    @property
    def is_trouble(self) -> bool:
        return self.count > 0


Source = Callable[[datetime], list[Finding]]

_sources: dict[str, Source] = {}


def register_source(name: str, source: Source) -> None:
    """Adds a source of findings; `source(at)` answers all its findings, also those that count nothing."""
    _sources[name] = source


def all_findings(at: datetime) -> list[Finding]:
    """The findings of every source, in the order of registration."""
    return [finding for source in _sources.values() for finding in source(at)]
