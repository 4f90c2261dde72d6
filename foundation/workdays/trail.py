"""Changes of the calendar told upwards: the app that keeps the record stands above this one and registers here."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

# (verb, the year or the day, by whom: None for a command, a Chinese sentence)
Hearer = Callable[[str, Model, Any, str], None]

_hearers: list[Hearer] = []


def hear(hearer: Hearer) -> None:
    """`hearer` is called in the transaction of every change made by an office or an operator."""
    if hearer not in _hearers:
        _hearers.append(hearer)


def tell(verb: str, obj: Model, *, by: Any, summary: str) -> None:
    """Says that `by` has done `verb` ("change", "load_year") to a year or a day."""
    for hearer in _hearers:
        hearer(verb, obj, by, summary)
