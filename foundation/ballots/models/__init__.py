"""Rules of ballots as rows, ballots on paper as they were counted, and electronic ballots."""

from foundation.ballots.models.electronic import (
    BallotBox,
    BoxKey,
    ElectronicBallot,
    NamedPaper,
    SecretSlip,
    Voter,
    VoterMark,
)
from foundation.ballots.models.paper_count import CountState, PaperCount
from foundation.ballots.models.rule import BallotClause, BallotGroup, BallotRule, BallotScore, Roll

__all__ = [
    "BallotBox",
    "BallotClause",
    "BallotGroup",
    "BallotRule",
    "BallotScore",
    "BoxKey",
    "CountState",
    "ElectronicBallot",
    "NamedPaper",
    "PaperCount",
    "Roll",
    "SecretSlip",
    "Voter",
    "VoterMark",
]
