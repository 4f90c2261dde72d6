"""The rule by which voters' ballots on a deputy's report are counted to begin with (domain 3.5; docs/defaults.md)."""

from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule

VOTERS = "report_to_voters"
RECTIFY = "整改"
GRADES = ("称职", "基本称职", "不称职")
# grades counted together, comparison, share in per cent, outcome, whether it only sets something off
CLAUSES = (
    ("称职", Sign.AT_LEAST, 80, "称职", False),
    ("称职", Sign.AT_LEAST, 50, "基本称职", False),
    ("不称职", Sign.MORE, 50, RECTIFY, True),
)


def load() -> None:
    """Adds the rule unless the office has any version of it."""
    if BallotRule.objects.filter(code=VOTERS).exists():
        return
    facts = {
        "name": "代表述职选民测评办法",
        "base": Base.RETURNED,
        "grades": "、".join(GRADES),
        "otherwise": GRADES[-1],
    }
    rule = BallotRule.objects.create(code=VOTERS, **facts)
    BallotClause.objects.bulk_create(
        BallotClause(rule=rule, grades=grades, sign=sign, top=share, outcome=outcome, is_alert=alert, order=order)
        for order, (grades, sign, share, outcome, alert) in enumerate(CLAUSES, 1)
    )
