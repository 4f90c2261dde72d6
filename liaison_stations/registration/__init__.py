"""What this room shows elsewhere. Every part keeps its own file beside this one; each is imported for its effect."""

from liaison_stations.registration import (
    letter_suggestions,
    letters,
    matters,
    messages,
    office,
    receptions,
    rota,
    scoring,
    stations,
    street,
)

__all__ = [
    "letter_suggestions",
    "letters",
    "matters",
    "messages",
    "office",
    "receptions",
    "rota",
    "scoring",
    "stations",
    "street",
]
