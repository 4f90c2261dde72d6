"""Numbers of the work of keeping in touch a district starts with (domain 3.1)."""

from deputies.models import ContactStandard
from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from deputies.states.contact import StandardCode

# code, amount; found in the rules of several places, for the office to put its own in their stead
STANDARDS = (
    (StandardCode.MEMBER_VISITS, 1),
    (StandardCode.VOTERS, 10),
    (StandardCode.VOTER_VISITS, 1),
    (StandardCode.VOTER_KEEP, 30),
    (StandardCode.SIT_IN_SEATS, 5),
)


def load() -> None:
    """Adds the numbers of which there is no row yet."""
    add(ContactStandard, "code", ({"code": code, "amount": n, "legal_basis": UNSOURCED} for code, n in STANDARDS))
