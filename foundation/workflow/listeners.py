"""Listeners on a verb: how a room above hears, in the same transaction, what happens in a room below."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

Listener = Callable[..., None]

_listeners: dict[str, list[Listener]] = {}


def after(verb: str) -> Callable[[Listener], Listener]:
    """Registers `listener(obj, *, by, at, **facts)` for a verb such as "suggestions.reply"; twice counts once.

    An exception in a listener undoes the whole act: what belongs together happens together.
    """

    def register(listener: Listener) -> Listener:
        known = _listeners.setdefault(verb, [])
        if listener not in known:
            known.append(listener)
        return listener

    return register


def announce(verb: str, obj: Model, *, by: Any, at: datetime, **facts: Any) -> None:
    """Calls the listeners of `verb` in the order of registration. RuntimeError outside a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{verb} was announced outside a transaction")
    for listener in _listeners.get(verb, ()):
        listener(obj, by=by, at=at, **facts)


def listed() -> dict[str, list[str]]:
    """Verb → dotted names of its listeners by the alphabet, for the documentation.

    Not as they are called: that order is the one in which their modules happened to be imported first.
    """
    return {
        verb: sorted(f"{listener.__module__}.{listener.__qualname__}" for listener in found)
        for verb, found in sorted(_listeners.items())
    }
