"""The nouns of the room; everything above imports them from here."""

from liaison_stations.models.duty_swap import DutySwap
from liaison_stations.models.letter import Letter, LetterKey
from liaison_stations.models.letter_parts import LetterEvent, LetterWriter
from liaison_stations.models.mailbox import MailboxRule, SpamSign
from liaison_stations.models.reception_slot import ReceptionSlot, SlotTurn
from liaison_stations.models.rota_rule import RotaRule
from liaison_stations.models.score_table import ScoreItem, ScoreStar, ScoreTable
from liaison_stations.models.scoring import Score, ScoreMark, ScoreRound, ScoreSheet
from liaison_stations.models.station import Station, StationKind
from liaison_stations.models.station_fund import FundEntry
from liaison_stations.models.station_people import StationDeputy, StationKeeper
from liaison_stations.models.station_visits import StationVisits
from liaison_stations.models.station_wall import WallItem

__all__ = [
    "DutySwap",
    "FundEntry",
    "Letter",
    "LetterEvent",
    "LetterKey",
    "LetterWriter",
    "MailboxRule",
    "ReceptionSlot",
    "RotaRule",
    "Score",
    "ScoreItem",
    "ScoreMark",
    "ScoreRound",
    "ScoreSheet",
    "ScoreStar",
    "ScoreTable",
    "SlotTurn",
    "SpamSign",
    "Station",
    "StationDeputy",
    "StationKeeper",
    "StationKind",
    "StationVisits",
    "WallItem",
]
