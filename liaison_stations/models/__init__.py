"""The nouns of the room; everything above imports them from here."""

from liaison_stations.models.letter import Letter, LetterKey
from liaison_stations.models.letter_parts import LetterEvent, LetterWriter
from liaison_stations.models.mailbox import MailboxRule, SpamSign
from liaison_stations.models.station import Station, StationKind
from liaison_stations.models.station_people import StationDeputy, StationKeeper

__all__ = [
    "Letter",
    "LetterEvent",
    "LetterKey",
    "LetterWriter",
    "MailboxRule",
    "SpamSign",
    "Station",
    "StationDeputy",
    "StationKeeper",
    "StationKind",
]
