"""Numbers of the issue ledger to begin with (docs/defaults.md)."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from supervision.models import LedgerStandard
from supervision.states.problem import LedgerCode

STANDARDS = ((LedgerCode.SATISFIED_PERCENT, 80), (LedgerCode.DELAYS, 1))


def load() -> None:
    """Adds what there is no row of yet."""
    add(
        LedgerStandard,
        "code",
        ({"code": code, "amount": amount, "legal_basis": UNSOURCED} for code, amount in STANDARDS),
    )
