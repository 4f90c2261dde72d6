"""Which suggestions and letters something of this room came from: every case page asks, few have anything."""

from foundation.web.kept_keys import KeptKeys

TOPIC_SOURCES = {name: KeptKeys(f"supervision:topics-from-{name}") for name in ("suggestion", "letter")}
IDEA_SOURCES = {name: KeptKeys(f"supervision:projects-from-{name}") for name in ("suggestion", "letter")}


def forget_sources(kept: dict[str, KeptKeys]) -> None:
    """A row has just been made from a suggestion or a letter."""
    for keys in kept.values():
        keys.forget()
