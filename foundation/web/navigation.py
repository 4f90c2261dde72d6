"""The registry of navigation entries: rooms register, the skeleton asks which of them this person may see."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import NoReverseMatch, reverse

DESK = "desk"
PUBLIC = "public"


def everybody(user: Any) -> bool:
    """Answers yes for any visitor, signed in or not."""
    return True


@dataclass(frozen=True)
class NavItem:
    """One entry of the navigation. `section` is the Chinese heading it stands under (may be empty).

    `covers` are addresses outside `url` whose pages belong to this entry as well.
    """

    label: str
    url_name: str
    icon: str = "list"
    allowed: Callable[[Any], bool] = everybody
    order: int = 100
    section: str = ""
    area: str = DESK
    covers: tuple[str, ...] = ()

    @cached_property
    def url(self) -> str:
        """The address, or an empty string when the page is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return ""

    @property
    def places(self) -> list[str]:
        """Every address under which this entry is the present one."""
        return [self.url, *self.covers]


_items: dict[tuple[str, str], NavItem] = {}


def register(item: NavItem) -> NavItem:
    """Adds an entry; the same url name in the same area replaces the earlier one, so discovery may run twice."""
    _items[item.area, item.url_name] = item
    return item


def items_for(user: Any, area: str = DESK) -> list[NavItem]:
    """Entries of `area` that `user` may see and whose page exists, in their order."""
    chosen = (item for item in _items.values() if item.area == area and item.allowed(user))
    return sorted((item for item in chosen if item.url), key=lambda item: (item.order, item.label))


def grouped(items: list[NavItem]) -> list[NavItem]:
    """The same entries by section: those without one first, then each section at the place of its first entry."""
    first = {item.section: min(other.order for other in items if other.section == item.section) for item in items}
    return sorted(
        items, key=lambda item: (bool(item.section), first[item.section], item.section, item.order, item.label)
    )


def is_current(url: str, path: str, rivals: list[str]) -> bool:
    """Whether `url` is the longest of all entries that `path` lies under, so only one entry is marked."""
    if not url or not path.startswith(url):
        return False
    return not any(len(rival) > len(url) and path.startswith(rival) for rival in rivals) and (url != "/" or path == "/")
