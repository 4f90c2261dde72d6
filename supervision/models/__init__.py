"""The nouns of the room; everything above imports them from here."""

from supervision.models.ballot import Ballot
from supervision.models.ballot_parts import BallotLine, Elector, PaperReading
from supervision.models.delay import Delay
from supervision.models.ledger_standard import LedgerStandard
from supervision.models.problem import Problem
from supervision.models.problem_entry import ProblemEntry
from supervision.models.problem_voice import ProblemVoice

__all__ = [
    "Ballot",
    "BallotLine",
    "Delay",
    "Elector",
    "LedgerStandard",
    "PaperReading",
    "Problem",
    "ProblemEntry",
    "ProblemVoice",
]
