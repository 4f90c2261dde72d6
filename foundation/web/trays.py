"""Trays of the desk: rows of any model that wait for somebody. All trays of a person are read in one query."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from foundation.statements.kept import Statement

SHOWN = 3
MOST = 1000


@dataclass(frozen=True)
class Tray:
    """What waits, and how a line of it reads.

    `rows(user, on)` answers the queryset, the most pressing first. `columns` are the paths a line is made of; `line`
    is given them as keyword arguments, dates as ISO text, and answers title, url and meta. `page` names the list.
    """

    rows: Callable[[Any, date], QuerySet]
    columns: tuple[str, ...]
    line: Callable[..., dict[str, Any]]
    page: str


def read(trays: Mapping[str, Tray], user: Any, on: date, standing: Hashable) -> dict[str, dict[str, Any]]:
    """Facts of a card for each tray by its key: count, count_text, the first rows, url of the list; one query.

    `standing` is all that decides what the trays hold for this person on that day: their question is kept under it.
    """
    found: dict[str, list[str]] = {key: [] for key in trays}
    if trays:
        for key, row in Statement((tuple(trays), standing), lambda: union(trays, user, on)).rows():
            found[key].append(row)
    return {key: _facts(tray, found[key]) for key, tray in trays.items()}


def union(trays: Mapping[str, Tray], user: Any, on: date) -> QuerySet:
    """Key and line of everything in the trays."""
    parts = [_part(key, tray, user, on) for key, tray in trays.items()]
    return parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]


def _part(key: str, tray: Tray, user: Any, on: date) -> QuerySet:
    columns = {path: path for path in tray.columns}
    rows = tray.rows(user, on).annotate(_tray=Value(key, output_field=CharField()))
    return rows.values_list("_tray", JSONObject(**columns))[: MOST + 1]


def _facts(tray: Tray, rows: list[str]) -> dict[str, Any]:
    # Sums of money stay exact.
    shown = [json.loads(row, parse_float=Decimal) for row in rows[:SHOWN]]
    return {
        "count": min(len(rows), MOST),
        "count_text": f"{MOST}+" if len(rows) > MOST else str(len(rows)),
        "rows": [tray.line(**row) for row in shown],
        "url": reverse(tray.page),
    }
