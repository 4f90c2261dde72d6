"""Which rows: questions an official would ask. Days and people are arguments."""

from suggestions.querysets.ledger import (
    CarryOverQuerySet,
    CommitmentQuerySet,
    LookBackQuerySet,
    StatementQuerySet,
)
from suggestions.querysets.parts import (
    AssignmentQuerySet,
    CosignerQuerySet,
    LetterQuerySet,
    MergeQuerySet,
    OfAssignmentQuerySet,
    OfSuggestionQuerySet,
    PaperRatingQuerySet,
    RatingQuerySet,
    ReplyQuerySet,
)
from suggestions.querysets.suggestion import SuggestionQuerySet

__all__ = [
    "AssignmentQuerySet",
    "CarryOverQuerySet",
    "CommitmentQuerySet",
    "CosignerQuerySet",
    "LetterQuerySet",
    "LookBackQuerySet",
    "MergeQuerySet",
    "OfAssignmentQuerySet",
    "OfSuggestionQuerySet",
    "PaperRatingQuerySet",
    "RatingQuerySet",
    "ReplyQuerySet",
    "StatementQuerySet",
    "SuggestionQuerySet",
]
