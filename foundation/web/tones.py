"""Which tone a state is shown in. Rooms register the tone of their states once; every badge then agrees."""

from collections.abc import Mapping

TONES = ("neutral", "info", "ok", "warn", "late", "accent", "muted")

_tones: dict[str, Mapping[str, str]] = {}


def register(field: str, tones: Mapping[str, str]) -> None:
    """`field` is "app.model.field" in lower case; `tones` maps a stored value to one of TONES.

    Raises ValueError for a tone the style sheet does not know.
    """
    unknown = set(tones.values()) - set(TONES)
    if unknown:
        raise ValueError(f"unknown tones: {', '.join(sorted(unknown))}")
    _tones[field.lower()] = tones


def tone_of(field: str, value: str) -> str:
    """The registered tone, or "neutral"."""
    return _tones.get(field.lower(), {}).get(value, "neutral")
