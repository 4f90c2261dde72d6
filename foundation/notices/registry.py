"""Kinds of messages known to the code. Rooms register theirs in `registration.py`; rows follow after migrate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foundation.notices.models.kind import Delivery

if TYPE_CHECKING:
    from foundation.notices.models import OutboxMail


@dataclass(frozen=True)
class Kind:
    """A kind of message as its room thinks of it; the row may say otherwise."""

    key: str
    name: str
    statutory: bool = False
    delivery: Delivery = Delivery.NOW
    order: int = 100


# Answers the keys of those mails that are not wanted any more; asked right before sending (L3).
Recheck = Callable[[Sequence["OutboxMail"]], set[int]]

_kinds: dict[str, Kind] = {}
_rechecks: dict[str, Recheck] = {}


def register_kind(
    key: str, *, name: str, statutory: bool = False, delivery: Delivery = Delivery.NOW, order: int = 100
) -> Kind:
    """Makes a kind known, for example "suggestions.assigned", 交办通知. Statutory kinds cannot be switched off."""
    _kinds[key] = Kind(key, name, statutory, Delivery.NOW if statutory else delivery, order)
    return _kinds[key]


def kinds() -> list[Kind]:
    """All registered kinds in their order."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.key))


def kind_of(key: str) -> Kind:
    """The registered kind. Raises LookupError: a message of a kind nobody registered is a fault of the code."""
    if key not in _kinds:
        raise LookupError(f"unknown kind of notice: {key!r}; register it with foundation.notices.registry")
    return _kinds[key]


def register_recheck(kind: str, recheck: Recheck) -> None:
    """Asks `recheck` right before a mail of `kind` leaves."""
    _rechecks[kind] = recheck


def recheck_of(kind: str) -> Recheck | None:
    """The re-check of a kind, if it has one."""
    return _rechecks.get(kind)
