"""What can be: tiers, standards, states, and the flows as rows."""

from liaison_stations.states.letter import (
    LETTER_FLOW,
    Channel,
    EventKind,
    LetterKind,
    LetterState,
    MailboxCode,
    SpamSort,
)
from liaison_stations.states.station import Standard, StationTier

__all__ = [
    "LETTER_FLOW",
    "Channel",
    "EventKind",
    "LetterKind",
    "LetterState",
    "MailboxCode",
    "SpamSort",
    "Standard",
    "StationTier",
]
