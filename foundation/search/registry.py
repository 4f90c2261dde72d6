"""The portal-wide search: every room says what it lets a person find."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from foundation.search.querysets import SearchableQuerySet

COUNT_CAP = 1000


@dataclass(frozen=True)
class Source:
    """One kind of thing that can be found. `queryset(user)` answers only what `user` may see."""

    label: str
    queryset: Callable[[Any], SearchableQuerySet]
    title: Callable[[Any], str]
    url: Callable[[Any], str]


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    title: str
    url: str


@dataclass(frozen=True)
class Found:
    """What one source found: the first rows and how many there are ("1000+" beyond the cap)."""

    label: str
    hits: list[Hit]
    total: int

    @property
    def count_text(self) -> str:
        return f"{COUNT_CAP}+" if self.total > COUNT_CAP else str(self.total)


_sources: dict[str, Source] = {}


def register(
    label: str,
    queryset_fn: Callable[[Any], SearchableQuerySet],
    title_fn: Callable[[Any], str],
    url_fn: Callable[[Any], str],
) -> None:
    """Adds a source under its Chinese label; the same label replaces the earlier one."""
    _sources[label] = Source(label, queryset_fn, title_fn, url_fn)


def search_everywhere(user: Any, text: str, limit: int = 5) -> list[Found]:
    """What `user` may find for `text`, one entry per source that found anything. At most three queries per source."""
    if not text.strip():
        return []
    return [found for source in _sources.values() if (found := _search(source, user, text, limit)).hits]


def _search(source: Source, user: Any, text: str, limit: int) -> Found:
    rows = source.queryset(user).search(text)
    keys = getattr(rows, "newest", None)
    if keys is None:
        shown, many = rows[:limit], getattr(rows, "more_than", 0) >= COUNT_CAP
        return Found(source.label, _hits(source, shown), COUNT_CAP + 1 if many else rows.count())
    shown = rows.filter(pk__in=keys[:limit]) if keys else rows.none()
    return Found(source.label, _hits(source, shown), len(keys))


def _hits(source: Source, rows: Iterable[Any]) -> list[Hit]:
    return [Hit(source.title(row), source.url(row)) for row in rows]
