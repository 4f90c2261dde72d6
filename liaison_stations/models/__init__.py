"""The nouns of the room; everything above imports them from here."""

from liaison_stations.models.box import BoxOpening, BoxSlip
from liaison_stations.models.consultation import Consultation, ConsultationItem, ConsultationRule
from liaison_stations.models.council_opinion import CouncilOpinion
from liaison_stations.models.deliberation import Deliberation, DeliberationSeat
from liaison_stations.models.duty_swap import DutySwap
from liaison_stations.models.letter import Letter, LetterKey
from liaison_stations.models.letter_ground import LetterGround
from liaison_stations.models.letter_parts import LetterEvent, LetterWriter
from liaison_stations.models.letter_suggestion import LetterSuggestion
from liaison_stations.models.mailbox import MailboxRule, SpamSign
from liaison_stations.models.matter import MatterGroup, MatterMark
from liaison_stations.models.matter_correction import MatterCorrection
from liaison_stations.models.matter_word import MatterWord
from liaison_stations.models.public_letter import PublicLetter
from liaison_stations.models.reception_record import ReceptionRecord
from liaison_stations.models.reception_slot import ReceptionSlot, SlotTurn
from liaison_stations.models.rota_rule import RotaRule
from liaison_stations.models.score_table import ScoreItem, ScoreStar, ScoreTable
from liaison_stations.models.scoring import Score, ScoreMark, ScoreRound, ScoreSheet
from liaison_stations.models.station import Station, StationKind
from liaison_stations.models.station_fund import FundEntry
from liaison_stations.models.station_people import StationDeputy, StationKeeper
from liaison_stations.models.station_visits import StationVisits
from liaison_stations.models.station_wall import WallItem
from liaison_stations.models.street import StreetCongress, StreetMember, StreetQuota, StreetStandard
from liaison_stations.models.street_meeting import StreetAttendance, StreetMatter, StreetMeeting

__all__ = [
    "BoxOpening",
    "BoxSlip",
    "Consultation",
    "ConsultationItem",
    "ConsultationRule",
    "CouncilOpinion",
    "Deliberation",
    "DeliberationSeat",
    "DutySwap",
    "FundEntry",
    "Letter",
    "LetterEvent",
    "LetterGround",
    "LetterKey",
    "LetterSuggestion",
    "LetterWriter",
    "MailboxRule",
    "MatterCorrection",
    "MatterGroup",
    "MatterMark",
    "MatterWord",
    "PublicLetter",
    "ReceptionRecord",
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
    "StreetAttendance",
    "StreetCongress",
    "StreetMatter",
    "StreetMeeting",
    "StreetMember",
    "StreetQuota",
    "StreetStandard",
    "WallItem",
]
