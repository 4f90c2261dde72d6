"""Real rules of several places (domain 4.4), as the arithmetic takes them."""

from fractions import Fraction

from foundation.ballots import Base, Clause, Papers, Rule, Sign

HALF = Fraction(1, 2)
EIGHTY = Fraction(80, 100)
THREE = ("满意", "基本满意", "不满意")
CUMULATIVE = (Clause("满意", ("满意",), HALF), Clause("基本满意", ("满意", "基本满意"), HALF))

ZHENHAI = Rule(THREE, CUMULATIVE, "不满意", Base.ALL_MEMBERS)
SHIQUAN = Rule(("满意", "不满意"), (Clause("满意", ("满意",), HALF, Sign.MORE),), "不满意", Base.ALL_MEMBERS)
SHENZHEN = Rule(THREE, CUMULATIVE, "不满意", Base.VALID)
DAWU = Rule(
    ("称职", "基本称职", "不称职"),
    (Clause("称职", ("称职",), EIGHTY), Clause("基本称职", ("称职",), HALF)),
    "不称职",
    Base.RETURNED,
    quorum=None,
    alerts=(Clause("整改", ("不称职",), HALF, Sign.MORE),),
)
INQUIRY = Rule(
    THREE,
    CUMULATIVE,
    "不满意",
    Base.VALID,
    quorum=None,
    alerts=(Clause("二次整改", ("满意", "基本满意"), EIGHTY, Sign.LESS),),
)
COUNTY = Rule((*THREE, "不了解"), CUMULATIVE, "不满意", Base.VALID, uncounted=("不了解",), quorum=None)
RULES = (ZHENHAI, SHIQUAN, SHENZHEN, DAWU, INQUIRY, COUNTY)


def papers(rule: Rule, *votes: int, invalid: int = 0, absent: int = 0, **other: int) -> Papers:
    """So many votes per grade; everybody present has given a paper back, `absent` members were not there."""
    returned = sum(votes) + invalid
    figures = {"present": returned, "issued": returned, "returned": returned, "all_members": returned + absent}
    return Papers(**{**figures, **other}, votes=dict(zip(rule.grades, votes, strict=False)), invalid=invalid)
