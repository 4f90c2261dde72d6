"""What stands on the page behind a card, row by row: two cards may lead to one page, each with rows of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model

from foundation.web.trays import Tray

DESK = "/desk/"
Row = tuple[str, Any]


def pages(desk: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Address of a list → the filled cards that lead to it."""
    found: dict[str, list[Any]] = {}
    for one in (*desk["cards"], *desk["quiet"]):
        if one.facts.get("url", DESK) != DESK:
            found.setdefault(one.facts["url"], []).append(one)
    return found


def promised(card: Any, user: Any, on: Any) -> set[Row] | None:
    """The rows a card speaks of; None where it only counts."""
    tray = card.card.context
    return {named(row) for row in tray.rows(user, on)} if isinstance(tray, Tray) else None


def rows(context: Mapping[str, Any]) -> list[Model]:
    """Whatever on a page waits: the rows of a list and the deputies named above it who have nobody; on pages of one's
    own, what is not done yet.
    """
    if "page" in context:
        return [*context["page"].rows, *context.get("without", ())]
    return [row for name, is_open in PARTS.items() for row in context.get(name) or () if is_open(row, context)]


def total(context: Mapping[str, Any]) -> int:
    """How many rows the page tells, those of further pages with them."""
    shown = len(rows(context))
    return shown - len(context["page"].rows) + context["page"].total if "page" in context else shown


def named(row: Model) -> Row:
    return row._meta.label, row.pk


def _is_open(row: Any, context: Mapping[str, Any]) -> bool:
    return True


# Part of a page that is no list → which of its rows wait for somebody.
PARTS = {
    "exams": _is_open,
    "statements": _is_open,
    "measures": _is_open,
    "reports": lambda row, context: row.state == "asked",
    "ahead": _is_open,
    "asked": _is_open,
    "voters": lambda row, context: not (row.last_on and row.last_on.year == context["on"].year),
}


def differing(desk: Mapping[str, Any], client: Any, user: Any, on: Any) -> Iterator[str]:
    """Each card whose count is not that of its rows, each page whose rows are not exactly those of its cards."""
    for url, cards in pages(desk).items():
        context = client.get(url).context
        wanted = {one.card.key: promised(one, user, on) for one in cards}
        yield from (
            f"{url}: {one.card.key} promises {one.count}"
            for one in cards
            if (own := wanted[one.card.key]) is not None and len(own) != one.count
        )
        sets = [own for own in wanted.values() if own is not None]
        together = len(set().union(*sets)) if len(sets) == len(cards) else sum(one.count for one in cards)
        if total(context) != together:
            yield f"{url}: {total(context)} rows, {together} promised"
        elif len(sets) == len(cards) and len(rows(context)) == together:
            apart = {named(row) for row in rows(context)} ^ set().union(*sets)
            yield from (f"{url}: {row} is only on one side" for row in apart)
