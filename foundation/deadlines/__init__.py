"""Clocks of the whole portal: limits as rows, running clocks on any object, reminders, lights, one to-do list.

`from foundation import deadlines; deadlines.start("reply", suggestion, on=day, by=user, at=now)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foundation.deadlines.api import (
        attach_lights,
        cancel,
        clock_of,
        clocks_of,
        extend,
        light,
        meet,
        pause,
        resume,
        start,
    )

__all__ = [
    "attach_lights",
    "cancel",
    "clock_of",
    "clocks_of",
    "extend",
    "light",
    "meet",
    "pause",
    "resume",
    "start",
]


def __getattr__(name: str) -> Any:
    # Models cannot be imported before the apps are ready, and this package is imported to make them ready.
    if name in __all__:
        return getattr(import_module("foundation.deadlines.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
