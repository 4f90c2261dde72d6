"""Messages to people: an inbox that is the truth, and mail as its copy through an outbox.

`from foundation import notices; notices.tell([user], kind="suggestions.reply", subject=…, title=…, cause=…, at=now)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foundation.notices.api import Message, tell, tell_many

__all__ = ["Message", "tell", "tell_many"]


def __getattr__(name: str) -> Any:
    # Models cannot be imported before the apps are ready, and this package is imported to make them ready.
    if name in __all__:
        return getattr(import_module("foundation.notices.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
