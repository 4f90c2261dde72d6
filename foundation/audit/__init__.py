"""What was done: one append-only table of domain events. `record` writes, `timeline` and `last_hand` read."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foundation.audit.recording import last_hand, record, timeline

__all__ = ["last_hand", "record", "timeline"]


def __getattr__(name: str) -> Any:
    # Models cannot be imported before the apps are ready, and this package is imported to make them ready.
    if name in __all__:
        return getattr(import_module("foundation.audit.recording"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
