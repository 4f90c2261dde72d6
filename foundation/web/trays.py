"""Trays of the desk: rows of any model that wait for somebody. All trays of a person are read in one query."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

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


def read(trays: Mapping[str, Tray], user: Any, on: date) -> dict[str, dict[str, Any]]:
    """Facts of a card for each tray by its key: count, count_text, the first rows, url of the list; one query."""
    found: dict[str, list[dict[str, Any]]] = {key: [] for key in trays}
    parts = [_part(key, tray, user, on) for key, tray in trays.items()]
    if not parts:
        return {}
    for key, row in parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]:
        found[key].append(row)
    return {key: _facts(tray, found[key]) for key, tray in trays.items()}


def _part(key: str, tray: Tray, user: Any, on: date) -> QuerySet:
    columns = {path: path for path in tray.columns}
    rows = tray.rows(user, on).annotate(_tray=Value(key, output_field=CharField()))
    return rows.values_list("_tray", JSONObject(**columns))[: MOST + 1]


def _facts(tray: Tray, rows: list[Any]) -> dict[str, Any]:
    shown = [_opened(row) for row in rows[:SHOWN]]
    return {
        "count": min(len(rows), MOST),
        "count_text": f"{MOST}+" if len(rows) > MOST else str(len(rows)),
        "rows": [tray.line(**row) for row in shown],
        "url": reverse(tray.page),
    }


def _opened(row: Any) -> dict[str, Any]:
    # A union hands JSON over as text; sums of money stay exact.
    return json.loads(row, parse_float=Decimal) if isinstance(row, str) else row
