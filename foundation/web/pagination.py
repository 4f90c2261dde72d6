"""Pages cut by the database, with a count that stops counting: "1000+" costs the same at any size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from django.db.models import Model, QuerySet

from foundation.statements.bundle import KEYS, Bundle

COUNT_CAP = 1000
FURTHEST_ROW = 10_000
# So many rows are looked at beforehand: most lists end there and need no counting.
NEAR = 100


@dataclass(frozen=True)
class Page:
    """One page of rows. `total` is exact unless `capped`; then there are more than `total`."""

    rows: Sequence[Any]
    number: int
    per_page: int
    total: int
    capped: bool
    has_next: bool

    def __iter__(self):
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def count_text(self) -> str:
        """The count as shown: "37" or "1000+"."""
        return f"{self.total}+" if self.capped else str(self.total)

    @property
    def first_row(self) -> int:
        return (self.number - 1) * self.per_page + 1 if self.rows else 0

    @property
    def last_row(self) -> int:
        return (self.number - 1) * self.per_page + len(self.rows)

    @property
    def last_number(self) -> int | None:
        """The number of the last page, or None while the count is capped."""
        return None if self.capped else max(1, -(-self.total // self.per_page))

    @property
    def numbers(self) -> list[int | None]:
        """Page numbers to offer; None stands for a gap."""
        last = self.last_number or self.number + (1 if self.has_next else 0)
        near = {n for n in range(self.number - 1, self.number + 2) if 1 <= n <= last} | {1, last}
        shown: list[int | None] = []
        before = 0
        for number in sorted(near):
            if number - before > 1:
                # A gap of a single page is that page.
                shown.append(number - 1 if number - before == 2 else None)
            shown.append(number)
            before = number
        return shown


def page_number(raw: str | None, per_page: int) -> int:
    """A page number out of a query string: nonsense is page 1, and nobody leafs past row 10,000."""
    wanted = int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) < 9 else 1
    return min(max(1, wanted), FURTHEST_ROW // per_page)


@dataclass(frozen=True)
class Way:
    """How a list is cut. `dress` adds what a line shows to rows fetched by key; without it they are fetched as the list
    says, with its conditions. `near` keys are fetched before anything is counted: all of them for a list that is short
    by nature, where finding takes longer than fetching."""

    dress: Callable[[QuerySet], QuerySet] | None = None
    near: int = NEAR
    cap: int = COUNT_CAP


def paginate(rows: QuerySet | Sequence[Any], number: int, per_page: int = 20, way: Way = Way()) -> Page:
    """The `number`th page of `rows`; beyond the end it is the last page.

    A short queryset costs two queries; one of more than a few pages costs a third, which counts up to the cap, and a
    fourth far behind. Only ids are sorted and counted; the wide rows are fetched for one page alone.
    """
    if isinstance(rows, QuerySet):
        return _page_of_queryset(rows, number, per_page, way)
    last = max(1, -(-len(rows) // per_page))
    start = (min(number, last) - 1) * per_page
    shown = rows[start : start + per_page]
    return Page(shown, min(number, last), per_page, len(rows), False, start + per_page < len(rows))


def _page_of_queryset(rows: QuerySet, number: int, per_page: int, way: Way) -> Page:
    keys, total = _first_keys(rows, min(way.near, way.cap), way.cap)
    capped, total = total > way.cap, min(total, way.cap)
    if not capped:
        number = min(number, max(1, -(-total // per_page)))
    start = (number - 1) * per_page
    window = keys[start : start + per_page + 1]
    if start + per_page >= len(keys) and (capped or len(keys) < total):
        window = list(rows.values_list("pk", flat=True)[start : start + per_page + 1])
    return Page(_fetch(rows, window[:per_page], way), number, per_page, total, capped, len(window) > per_page)


def _first_keys(rows: QuerySet, near: int, cap: int) -> tuple[Sequence[Any], int]:
    """Keys of the first pages, as far as they are needed, and how many rows there are, counted to one beyond `cap`.

    A search knows already what it has found, or that there is more than anybody counts.
    """
    if getattr(rows, "more_than", 0) >= cap:
        return (), cap + 1
    found = getattr(rows, "newest", None)
    if found is not None:
        return found, len(found)
    keys = list(rows.values_list("pk", flat=True)[: near + 1])
    return keys, len(keys) if len(keys) <= near or near == cap else _count(rows, cap + 1)


def _count(rows: QuerySet, most: int) -> int:
    """How many rows there are, counting no further than `most`, in no order: sorting a thousand to count them costs
    more than everything else on the page."""
    return rows.order_by().values("pk")[:most].count()


def _fetch(rows: QuerySet, keys: Sequence[Any], way: Way) -> list[Any]:
    """The rows of `keys` in the order of `keys`."""
    if not keys:
        return []
    # They were found a moment ago: to put a list's conditions again can take longer than to find it.
    dressed = _dressed(cast(Any, rows.model), way) if way.dress else None
    found = dressed.fetch(keys=keys)["rows"] if dressed else list(rows.order_by().filter(pk__in=keys))
    by_key = {row.pk: row for row in found}
    return [by_key[key] for key in keys if key in by_key]


@cache
def _dressed(model: type[Model], way: Way) -> Bundle:
    return Bundle({"rows": (way.dress(model._default_manager.filter(pk__in=KEYS)), ())})
