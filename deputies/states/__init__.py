"""What can be: levels, statuses and their grounds, and the flows as rows of (verb, from, to)."""

from deputies.states.register import (
    MANDATE_FLOW,
    REASON_LABELS,
    REASONS,
    EndReason,
    Level,
    MandateStatus,
    SuspensionReason,
)

__all__ = [
    "MANDATE_FLOW",
    "REASONS",
    "REASON_LABELS",
    "EndReason",
    "Level",
    "MandateStatus",
    "SuspensionReason",
]
