"""Which rows: questions an official would ask. Days and people are arguments."""

from suggestions.querysets.appraisal import AppraisalQuerySet, HandedReportQuerySet
from suggestions.querysets.fund import (
    FundProjectQuerySet,
    FundQuerySet,
    OfProjectQuerySet,
)
from suggestions.querysets.key_supervision import KeySupervisionQuerySet
from suggestions.querysets.ledger import (
    CarryOverQuerySet,
    CommitmentQuerySet,
    LookBackQuerySet,
    StatementQuerySet,
)
from suggestions.querysets.meetings import AssignmentMeetingQuerySet, OfMeetingQuerySet
from suggestions.querysets.parts import (
    AssignmentQuerySet,
    CosignerQuerySet,
    CosignerWordQuerySet,
    LetterQuerySet,
    MergeQuerySet,
    OfAssignmentQuerySet,
    OfSuggestionQuerySet,
    PaperRatingQuerySet,
    RatingQuerySet,
    ReplyQuerySet,
)
from suggestions.querysets.public_copy import PublicCopyQuerySet
from suggestions.querysets.suggestion import SuggestionQuerySet

__all__ = [
    "AppraisalQuerySet",
    "AssignmentMeetingQuerySet",
    "AssignmentQuerySet",
    "CarryOverQuerySet",
    "CommitmentQuerySet",
    "CosignerQuerySet",
    "CosignerWordQuerySet",
    "FundProjectQuerySet",
    "FundQuerySet",
    "HandedReportQuerySet",
    "KeySupervisionQuerySet",
    "LetterQuerySet",
    "LookBackQuerySet",
    "MergeQuerySet",
    "OfAssignmentQuerySet",
    "OfMeetingQuerySet",
    "OfProjectQuerySet",
    "OfSuggestionQuerySet",
    "PaperRatingQuerySet",
    "PublicCopyQuerySet",
    "RatingQuerySet",
    "ReplyQuerySet",
    "StatementQuerySet",
    "SuggestionQuerySet",
]
