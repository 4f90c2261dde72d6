"""Ballots: arithmetic that needs no database. Rules as rows and paper counts are in `foundation.ballots.models`."""

from foundation.ballots.arithmetic import tally
from foundation.ballots.terms import Base, Clause, Miscounted, Papers, Rule, Sign, Tally

__all__ = ["Base", "Clause", "Miscounted", "Papers", "Rule", "Sign", "Tally", "tally"]
