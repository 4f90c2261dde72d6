"""Where deputies stand by a scheme in a period, all together, in their delegation and in their group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from deputies.models import Congress, Mandate, PointScheme
from deputies.scoring import Score, ranks
from deputies.yearbook.points import Span, totals


@dataclass
class Standing:
    """One deputy of a live ranking. `seat` is fetched for the rows that are shown, see `dress`."""

    seat_id: int
    deputy_id: int
    delegation_id: int | None
    group_id: int | None
    score: Score
    place: int = 0
    place_in_delegation: int | None = None
    place_in_group: int | None = None
    seat: Mandate | None = None

    @property
    def total(self) -> Any:
        return self.score.total


def seats_of(scheme: PointScheme, span: Span, on: date) -> list[Mandate]:
    """The seats that were exercised at the end of the period, or are today, with their keys alone; one for each
    person."""
    home = Congress.objects.filter(is_home=True, level=scheme.level).exists()
    rows = Mandate.objects.at_home() if home else Mandate.objects.at_level(scheme.level)
    rows = rows.serving_on(min(span.last, on)).only("deputy", "delegation", "group")
    found: dict[int, Mandate] = {}
    for seat in rows.order_by("deputy__pinyin_key", "pk"):
        found.setdefault(seat.deputy_id, seat)
    return list(found.values())


def ranking(scheme: PointScheme, span: Span, *, on: date) -> list[Standing]:
    """Everybody, the highest first; counted from the ledger as it is, in as many queries for one as for thousands."""
    seats = seats_of(scheme, span, on)
    found = totals(scheme, [seat.deputy_id for seat in seats], span, on=on)
    rows = [
        Standing(seat.pk, seat.deputy_id, seat.delegation_id, seat.group_id, found[seat.deputy_id]) for seat in seats
    ]
    place(rows, lambda row: row.delegation_id, lambda row: row.group_id)
    return sorted(rows, key=lambda row: row.place)


def dress(rows: Sequence[Standing]) -> None:
    """Fetches who sits where, for the rows of one page or one file; one query."""
    names = ("deputy", "delegation", "group", "term")
    seats = Mandate.objects.select_related(*names).in_bulk([row.seat_id for row in rows])
    for row in rows:
        row.seat = seats[row.seat_id]


def place(rows: Sequence[Any], delegation: Callable[[Any], Any], group: Callable[[Any], Any]) -> None:
    """Writes the places of rows with a `total`; equal totals share one. Without delegation or group there is none."""
    for row, number in zip(rows, ranks([row.total for row in rows]), strict=True):
        row.place = number
    for field, of in (("place_in_delegation", delegation), ("place_in_group", group)):
        for some in _parted(rows, of):
            for row, number in zip(some, ranks([row.total for row in some]), strict=True):
                setattr(row, field, number)


def _parted(rows: Iterable[Any], of: Callable[[Any], Any]) -> list[list[Any]]:
    found: dict[Any, list[Any]] = {}
    for row in rows:
        if of(row) is not None:
            found.setdefault(of(row), []).append(row)
    return list(found.values())
