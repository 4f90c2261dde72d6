"""What this room shows elsewhere. Every part keeps its own file beside this one; each is imported for its effect."""

from liaison_stations.registration import (
    deliberations,
    letter_purge,
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
    "deliberations",
    "letter_purge",
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
