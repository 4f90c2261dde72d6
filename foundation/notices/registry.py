"""Kinds of messages known to the code. Rooms register theirs in `registration.py`; rows follow after migrate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foundation.notices.models.kind import Delivery

if TYPE_CHECKING:
    from foundation.notices.models import Notice, OutboxMail


@dataclass(frozen=True)
class Kind:
    """A kind of message as its room thinks of it; the row may say otherwise."""

    key: str
    name: str
    statutory: bool = False
    delivery: Delivery = Delivery.NOW
    order: int = 100
    # The roles it is meant for; none: anybody may get it.
    roles: frozenset[str] = frozenset()
    # What it stands under where kinds are listed.
    heading: str = "其他"


# Answers the keys of those mails that are not wanted any more; asked right before sending (L3).
Recheck = Callable[[Sequence["OutboxMail"]], set[int]]


@dataclass(frozen=True)
class Attachment:
    """A small file that goes with a mail; it is made when the mail leaves, so it tells what holds at that moment."""

    name: str
    content: bytes
    mimetype: str


# Answers the address of a mail to somebody without an account, "" when he wants none any more.
Addressee = Callable[["OutboxMail"], str]

# Answers the files that go with the mail of a message.
Enclose = Callable[["Notice"], Sequence[Attachment]]

_kinds: dict[str, Kind] = {}
_rechecks: dict[str, Recheck] = {}
_enclosures: dict[str, Enclose] = {}
_addressees: dict[str, Addressee] = {}


def register_kind(
    key: str,
    *,
    name: str,
    statutory: bool = False,
    delivery: Delivery = Delivery.NOW,
    order: int = 100,
    roles: frozenset[str] = frozenset(),
    heading: str = "其他",
) -> Kind:
    """Makes a kind known, for example "suggestions.assigned", 交办通知. Statutory kinds cannot be switched off."""
    _kinds[key] = Kind(key, name, statutory, Delivery.NOW if statutory else delivery, order, roles, heading)
    return _kinds[key]


def kinds() -> list[Kind]:
    """All registered kinds in their order."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.key))


def kind_of(key: str) -> Kind:
    """The registered kind. Raises LookupError: a message of a kind nobody registered is a fault of the code."""
    if key not in _kinds:
        raise LookupError(f"unknown kind of notice: {key!r}; register it with foundation.notices.registry")
    return _kinds[key]


def kinds_for(user: Any) -> set[str]:
    """The keys of what this person may be told of."""
    return {kind.key for kind in _kinds.values() if not kind.roles or kind.roles & user.roles}


def register_recheck(kind: str, recheck: Recheck) -> None:
    """Asks `recheck` right before a mail of `kind` leaves."""
    _rechecks[kind] = recheck


def recheck_of(kind: str) -> Recheck | None:
    """The re-check of a kind, if it has one."""
    return _rechecks.get(kind)


def register_enclosure(kind: str, enclose: Enclose) -> None:
    """Asks `enclose` for the files of a message of `kind` when its mail leaves."""
    _enclosures[kind] = enclose


def enclosure_of(kind: str) -> Enclose | None:
    """What fetches the files of a kind, if it has any."""
    return _enclosures.get(kind)


def register_addressee(kind: str, addressee: Addressee) -> None:
    """Asks `addressee` where a mail of `kind` goes to, when it leaves: its reader has no account."""
    _addressees[kind] = addressee


def addressee_of(kind: str) -> Addressee | None:
    """What knows the address of a mail without a recipient."""
    return _addressees.get(kind)
