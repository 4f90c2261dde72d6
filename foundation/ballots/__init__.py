"""Ballots: arithmetic that needs no database. Rules as rows and paper counts are in `foundation.ballots.models`."""

from foundation.ballots.arithmetic import tally, weigh
from foundation.ballots.terms import Base, Clause, Group, Miscounted, Papers, Rule, Sign, Tally

__all__ = ["Base", "Clause", "Group", "Miscounted", "Papers", "Rule", "Sign", "Tally", "tally", "weigh"]
