"""What every template may use without its view saying so."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from foundation.web.conf import site_facts
from foundation.web.look import CHOICES, Look
from foundation.web.navigation import DESK, PUBLIC, is_current, items_for


def portal(request: HttpRequest) -> dict[str, Any]:
    """`site`, `look`, `look_choices`, and the two navigations as (item, is it the present one)."""
    return {
        "site": site_facts(),
        "look": getattr(request, "look", Look()),
        "look_choices": CHOICES,
        "desk_navigation": SimpleLazyObject(lambda: _navigation(request, DESK)),
        "public_navigation": SimpleLazyObject(lambda: _navigation(request, PUBLIC)),
    }


def _navigation(request: HttpRequest, area: str) -> list[dict[str, Any]]:
    items = items_for(getattr(request, "user", None), area)
    urls = [item.url for item in items]
    return [{"item": item, "url": item.url, "current": is_current(item.url, request.path, urls)} for item in items]
