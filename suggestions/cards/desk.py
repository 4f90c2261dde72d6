"""The cards of one person on one day: all counts and first rows in one query, however many cards there are."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import CharField, Value
from django.urls import reverse

from foundation.statements.bundle import KEYS, Bundle
from foundation.statements.kept import Statement
from foundation.web.cards import Card
from suggestions.cards.lines import decorate
from suggestions.cards.queues import QUEUES, Queue, queues_of
from suggestions.models import Suggestion
from suggestions.rules.relations import UNIT, standing

ROWS = Bundle({"rows": (Suggestion.objects.filter(pk__in=KEYS).with_names(), ())})
SHOWN = 3
COUNT_CAP = 1000


def cards() -> list[Card]:
    """One card for each queue, in the order of the queues."""
    return [_card(place, queue) for place, queue in enumerate(QUEUES.values())]


def _card(place: int, queue: Queue) -> Card:
    return Card(
        key=f"suggestions-{queue.key}",
        title=queue.title,
        roles=queue.roles,
        context=_context(queue.key),
        order=100 + place,
        icon=queue.icon,
        urgent=queue.urgent,
        empty=queue.empty,
    )


def _context(key: str) -> Callable[[Any, date], dict[str, Any]]:
    return lambda user, on: desk_of(user, on)[key]


def desk_of(user: Any, on: date) -> dict[str, dict[str, Any]]:
    """Facts of every card of this person: count, count_text, rows, url. Four queries, once for each user object."""
    known = user.__dict__.setdefault("_suggestion_desk", {})
    if on not in known:
        known[on] = _filled(user, on)
    return known[on]


def _filled(user: Any, on: date) -> dict[str, dict[str, Any]]:
    keys = _keys_of(user, on)
    first = {pk for found in keys.values() for pk in found[:SHOWN]}
    rows = {row.pk: row for row in ROWS.fetch(keys=list(first))["rows"]} if first else {}
    if rows:
        decorate(list(rows.values()), on, units=user.organisations(*UNIT, on=on) or None)
    return {key: _facts(key, found, rows) for key, found in keys.items()}


def _keys_of(user: Any, on: date) -> dict[str, list[int]]:
    """Queue → keys of its cases, most urgent first, cut off after the cap."""
    queues = queues_of(user)
    found: dict[str, list[int]] = {queue.key: [] for queue in queues}
    # To put a dozen queues into words takes longer than to answer them.
    for key, pk in Statement(("desk", standing(user, on)), lambda: _union(queues, user, on)).rows():
        found[key].append(pk)
    return found


def _union(queues: list[Queue], user: Any, on: date) -> Any:
    parts = [_keyed(queue, user, on) for queue in queues]
    return parts[0].union(*parts[1:], all=True) if parts else Suggestion.objects.none()


def _keyed(queue: Queue, user: Any, on: date) -> Any:
    rows = queue.ordered(user, on).annotate(queue=Value(queue.key, output_field=CharField()))
    return rows.values_list("queue", "pk")[: COUNT_CAP + 1]


def _facts(key: str, found: list[int], rows: dict[int, Suggestion]) -> dict[str, Any]:
    count = min(len(found), COUNT_CAP)
    return {
        "count": count,
        "count_text": f"{COUNT_CAP}+" if len(found) > COUNT_CAP else str(count),
        "rows": [_row(rows[pk]) for pk in found[:SHOWN] if pk in rows],
        "url": reverse("suggestions:queue", args=[key]),
    }


def _row(row: Suggestion) -> dict[str, Any]:
    # "80 days late" says little before one knows with what.
    duty = row.clock.limit.name if row.clock else ""
    meta = [duty, row.number_text, str(row.lead.deputy), row.units_text or row.get_state_display()]
    return {
        "title": row.title,
        "url": row.get_absolute_url(),
        "meta": " · ".join(part for part in meta if part),
        "light": row.clock.light if row.clock else None,
    }
