"""Numbers and voting rules of street deliberation congresses to begin with (domain 4.6; docs/defaults.md)."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule
from liaison_stations.models import StreetStandard
from liaison_stations.states.street import StreetStandardCode

C = StreetStandardCode
STANDARDS = ((C.MEETINGS, 2), (C.LEAST_AGE, 18), (C.RESIDENCE, 1), (C.WOMEN, 30), (C.NON_PARTY, 30))
YES, PASSED, NOT_PASSED = "赞成", "通过", "未通过"
VOTES = (("street_hands", "街道议政代表会举手表决办法"), ("street_ballot", "街道议政代表会无记名投票表决办法"))


def load() -> None:
    """Adds what there is no row of yet."""
    add(StreetStandard, "code", ({"code": code, "amount": n, "legal_basis": UNSOURCED} for code, n in STANDARDS))
    for code, name in VOTES:
        if not BallotRule.objects.filter(code=code).exists():
            _vote(code, name)


def _vote(code: str, name: str) -> None:
    """More than half of all members must come, and more than half of all must say yes."""
    facts = {"name": name, "base": Base.ALL_MEMBERS, "grades": "赞成、反对、弃权", "otherwise": NOT_PASSED}
    rule = BallotRule.objects.create(code=code, quorum_top=1, quorum_bottom=2, quorum_sign=Sign.MORE, **facts)
    BallotClause.objects.create(rule=rule, grades=YES, sign=Sign.MORE, top=1, bottom=2, outcome=PASSED)
