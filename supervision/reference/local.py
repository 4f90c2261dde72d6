"""Numbers of street committees and presidiums to begin with (domain 4.6; docs/defaults.md)."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from supervision.models import LocalStandard
from supervision.states.local import LocalStandardCode

C = LocalStandardCode
STANDARDS = (
    (C.STREET_LEAST, 3),
    (C.STREET_MOST, 5),
    (C.PRESIDIUM_LEAST, 3),
    (C.PRESIDIUM_MOST, 5),
    (C.GOVERNMENT_POSTS, 0),
    (C.QUORUM, 50),
)


def load() -> None:
    """Adds what there is no row of yet."""
    add(LocalStandard, "code", ({"code": code, "amount": n, "legal_basis": UNSOURCED} for code, n in STANDARDS))
