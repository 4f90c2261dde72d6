"""What can be: levels, statuses and their grounds, and the flows as rows of (verb, from, to)."""

from deputies.states.duty import (
    DUTY_FLOW,
    IN_FORCE,
    NEEDS_REASON,
    Approver,
    DutyBlock,
    DutyState,
    DutyUnit,
)
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
    "DUTY_FLOW",
    "IN_FORCE",
    "MANDATE_FLOW",
    "NEEDS_REASON",
    "REASONS",
    "REASON_LABELS",
    "Approver",
    "DutyBlock",
    "DutyState",
    "DutyUnit",
    "EndReason",
    "Level",
    "MandateStatus",
    "SuspensionReason",
]
