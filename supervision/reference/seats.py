"""Numbers of recalls and by-elections to begin with: those of the law (domain 1.5; docs/defaults.md)."""

from deputies.reference.adding import add
from supervision.models import SeatStandard
from supervision.states.seats import SeatStandardCode

C = SeatStandardCode
LAW = "《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》"
STANDARDS = (
    (C.RECALL_DISTRICT, 50, f"{LAW}第五十条"),
    (C.RECALL_TOWNSHIP, 30, f"{LAW}第五十条"),
    (C.RECALL_PASS, 50, f"{LAW}第五十三条"),
    (C.TURNOUT, 50, LAW),
    (C.ELECTED, 50, LAW),
    (C.AGAIN, 3, LAW),
    (C.EXTRA, 0, f"{LAW}第五十七条"),
)


def load() -> None:
    """Adds what there is no row of yet. How a by-election is held the province decides: the office edits the rows."""
    rows = ({"code": code, "amount": n, "legal_basis": basis} for code, n, basis in STANDARDS)
    add(SeatStandard, "code", rows)
