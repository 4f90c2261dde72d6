"""What every template may use without its view saying so."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from foundation.web.conf import site_facts
from foundation.web.look import CHOICES, Look
from foundation.web.navigation import DESK, PUBLIC, NavItem, grouped, is_current, items_for


def portal(request: HttpRequest) -> dict[str, Any]:
    """`site`, `look`, `look_choices`, and the navigations: dicts of item, url and whether it is the present one.

    The desk has all entries by section; a phone's lower edge has room for the first four of all. The public site has
    columns: entries of one section under its name, the others by themselves.
    """
    desk = SimpleLazyObject(lambda: items_for(getattr(request, "user", None), DESK))
    return {
        "site": site_facts(),
        "look": getattr(request, "look", Look()),
        "look_choices": CHOICES,
        "desk_navigation": SimpleLazyObject(lambda: _entries(request, grouped(desk))),
        "phone_navigation": SimpleLazyObject(lambda: _entries(request, desk)[:4]),
        "public_navigation": SimpleLazyObject(lambda: _columns(_entries(request, items_for(None, PUBLIC)))),
    }


def _entries(request: HttpRequest, items: list[NavItem]) -> list[dict[str, Any]]:
    places = [place for item in items for place in item.places]
    return [
        {"item": item, "url": item.url, "current": any(is_current(at, request.path, places) for at in item.places)}
        for item in items
    ]


def _columns(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`label`, `entries` and `current`, each column at the place of its first entry."""
    columns: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        columns.setdefault(entry["item"].section or entry["item"].label, []).append(entry)
    return [
        {"label": label, "entries": below, "current": any(entry["current"] for entry in below)}
        for label, below in columns.items()
    ]
