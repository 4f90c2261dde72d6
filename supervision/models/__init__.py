"""The nouns of the room; everything above imports them from here."""

from supervision.models.delay import Delay
from supervision.models.ledger_standard import LedgerStandard
from supervision.models.problem import Problem
from supervision.models.problem_entry import ProblemEntry
from supervision.models.problem_voice import ProblemVoice

__all__ = ["Delay", "LedgerStandard", "Problem", "ProblemEntry", "ProblemVoice"]
