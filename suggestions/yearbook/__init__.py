"""What a year's figures are counted from: facts about cases, units and promises, read in a fixed number of queries.

Every count of the handling report and of the unit appraisal is a property of these facts, written down once.
"""

from suggestions.yearbook.cells import amount, change, counted, share, word
from suggestions.yearbook.facts import SYSTEMS, CaseFacts, Label, PartFacts, PromiseFacts, Talk, Turn, Yearbook
from suggestions.yearbook.period import Period
from suggestions.yearbook.reading import read

__all__ = [
    "SYSTEMS",
    "CaseFacts",
    "Label",
    "PartFacts",
    "Period",
    "PromiseFacts",
    "Talk",
    "Turn",
    "Yearbook",
    "amount",
    "change",
    "counted",
    "read",
    "share",
    "word",
]
