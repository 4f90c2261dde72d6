"""The script that counts again and the portal's arithmetic are two programs; they never disagree."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.ballots import Base, Clause, Group, Papers, Rule, Sign
from foundation.ballots.arithmetic import result_by
from tests.supervision import recount

GRADES = ("满意", "基本满意", "不满意", "不了解")
WORST = "不满意"
SCORES = (("满意", Fraction(100)), ("基本满意", Fraction(70)), ("不满意", Fraction(30)))
shares = st.tuples(st.integers(0, 12), st.integers(1, 12)).filter(lambda pair: pair[0] <= pair[1])
votes = st.tuples(*[st.integers(0, 60)] * 5).filter(lambda row: sum(row[:3]) > 0)


@st.composite
def rules(draw):
    """Any base, any comparison, by share or by points, one body or several."""
    clauses = []
    for outcome in ("满意", "基本满意"):
        points = draw(st.none() | st.integers(0, 100).map(Fraction))
        grades = GRADES[: draw(st.integers(1, 3))]
        sign = draw(st.sampled_from(Sign))
        clauses.append(Clause(outcome, grades, Fraction(*draw(shares)), sign, points))
    weights = draw(st.lists(st.integers(1, 100), max_size=3))
    groups = tuple(Group(f"主体{place}", weight) for place, weight in enumerate(weights))
    return Rule(
        GRADES,
        tuple(clauses[:1]),
        WORST,
        draw(st.sampled_from(Base)),
        ("不了解",),
        None,
        alerts=tuple(clauses[1:]),
        groups=groups,
        scores=SCORES,
    )


@settings(max_examples=60, deadline=None)
@given(rules(), st.lists(votes, min_size=3, max_size=3))
def test_both_come_to_the_same(rule, rows):
    papers = [papers_of(row) for row in rows[: len(rule.groups) or 1]]
    named = {group.name: given for group, given in zip(rule.groups, papers, strict=False)}
    result = result_by(rule, named or papers[0])
    record = record_of(rule, papers)
    told = {
        "name": "报告",
        "stands": result.stands,
        "outcome": result.outcome,
        "alerts": list(result.alerts),
        "shares": {grade: str(share) for grade, share in result.shares.items()},
        "score": str(result.score),
        "votes": {grade: sum(row.votes[grade] for row in papers) for grade in GRADES},
        "invalid": sum(row.invalid for row in papers),
    }
    assert recount.recount({**record, "results": [told]}) == []
    other = "满意" if result.outcome == WORST else WORST
    assert recount.recount({**record, "results": [{**told, "outcome": other}]}) == [f"报告：结果应为{result.outcome}"]


def papers_of(row):
    counted = dict(zip(GRADES, row[:4], strict=True))
    returned = sum(row)
    return Papers(returned + 2, returned + 1, returned, counted, row[4], returned + 9)


def record_of(rule, papers):
    """The published file of these papers, all of them counted by hand."""
    parts = [
        {
            "all_members": row.all_members,
            "present": row.present,
            "issued": {"electronic": 0, "paper": row.issued},
            "electronic": None,
            "paper": {"returned": row.returned, "lines": [{"votes": row.votes, "invalid": row.invalid}]},
        }
        for row in papers
    ]
    record = {"mode": "paper", "lines": ["报告"], "rule": rule_of(rule)}
    if not rule.groups:
        return record | parts[0]
    names = [{"name": group.name, "weight": group.weight} for group in rule.groups]
    return record | {"bodies": [name | part for name, part in zip(names, parts, strict=True)]}


def rule_of(rule):
    return {
        "base": rule.base.value,
        "grades": list(rule.grades),
        "uncounted": list(rule.uncounted),
        "clauses": [clause_of(row) for row in rule.clauses],
        "alerts": [clause_of(row) for row in rule.alerts],
        "otherwise": rule.otherwise,
        "groups": [[group.name, group.weight] for group in rule.groups],
        "scores": {grade: str(points) for grade, points in rule.scores},
    }


def clause_of(row):
    share = [row.share.numerator, row.share.denominator]
    points = None if row.points is None else str(row.points)
    return {
        "outcome": row.outcome,
        "grades": list(row.grades),
        "sign": row.sign.value,
        "share": share,
        "points": points,
    }
