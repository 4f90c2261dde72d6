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
from liaison_stations.states.station import FundWay, Standard, StationTier, WallPart

__all__ = [
    "LETTER_FLOW",
    "Channel",
    "EventKind",
    "FundWay",
    "LetterKind",
    "LetterState",
    "MailboxCode",
    "SpamSort",
    "Standard",
    "StationTier",
    "WallPart",
]
