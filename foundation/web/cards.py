"""The registry of workbench cards. A room registers what waits for a role; the workbench only draws it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from foundation.web import trays
from foundation.web.trays import Tray


@dataclass(frozen=True)
class Card:
    """What waits for somebody.

    `context` is a tray, or a function of user and day that answers a dict with `count` (int), `rows` (the first few,
    each with title, url, meta, light) and `url` (the list behind the count, made of the same queryset; a warning has
    none). `template` draws the card.
    """

    key: str
    title: str
    roles: frozenset[str]
    context: Callable[[Any, date], dict[str, Any]] | Tray
    order: int = 100
    template: str = "components/card.html"
    icon: str = "inbox"
    urgent: bool = False
    empty: str = "暂无待办。"


@dataclass
class FilledCard:
    """A card with its figures for one person on one day."""

    card: Card
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return self.facts.get("count", 0)


_cards: dict[str, Card] = {}


def register(card: Card) -> Card:
    """Adds a card under its key; the same key replaces the earlier one."""
    _cards[card.key] = card
    return card


def cards_for(user: Any, on: date, standing: Hashable) -> list[FilledCard]:
    """The cards of the roles `user` holds, filled for the day `on`, in their order.

    `standing` is all that decides what the rooms open to this person on that day (foundation.web.trays).
    """
    held = set(getattr(user, "roles", ()))
    chosen = sorted((card for card in _cards.values() if card.roles & held), key=lambda card: (card.order, card.key))
    read = trays.read({card.key: card.context for card in chosen if isinstance(card.context, Tray)}, user, on, standing)
    return [
        FilledCard(card, read[card.key] if isinstance(card.context, Tray) else card.context(user, on))
        for card in chosen
    ]
