"""Rules of ballots as rows, and ballots on paper as they were counted."""

from foundation.ballots.models.paper_count import CountState, PaperCount
from foundation.ballots.models.rule import BallotClause, BallotGroup, BallotRule, BallotScore

__all__ = ["BallotClause", "BallotGroup", "BallotRule", "BallotScore", "CountState", "PaperCount"]
