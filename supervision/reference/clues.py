"""Who approves that a clue is handed over, to begin with: the chair."""

from supervision.models import ClueApprover
from supervision.states.clues import ClueApproverRole


def load() -> None:
    """One row; where there is any, the office has its own."""
    if not ClueApprover.objects.exists():
        ClueApprover.objects.create(role=ClueApproverRole.CHAIR)
