"""Ballots of several bodies and average scores: real weights, the formula, and what always holds."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.ballots import Base, Clause, Group, Miscounted, Sign, tally, weigh
from tests.foundation.ballots.rules import COUNTY, DAWU, EIGHTY, papers

# 满意100、基本满意70、不满意30; voters 70, group 15, office 15 (domain 4.4).
POINTS = (("满意", Fraction(100)), ("基本满意", Fraction(70)), ("不满意", Fraction(30)))
SCORED = replace(COUNTY, scores=POINTS)
BY_SCORE = (
    Clause("满意", (), Fraction(0), points=Fraction(85)),
    Clause("基本满意", (), Fraction(0), points=Fraction(60)),
)
BODIES = (Group("选民", 70), Group("代表小组", 15), Group("工作机构", 15))
WEIGHED = replace(DAWU, groups=BODIES, alerts=())


def sheets(rule, *votes):
    return {group.name: papers(rule, *given_back) for group, given_back in zip(rule.groups, votes, strict=True)}


def test_each_body_enters_with_its_weight_and_the_formula_shows_every_figure():
    result = weigh(WEIGHED, sheets(WEIGHED, (42, 5, 3), (8, 2, 0), (4, 0, 0)))

    assert (result.outcome, result.shares["称职"], result.base_size) == ("称职", Decimal("85.80"), 64)
    assert result.formula == (
        "称职：选民42票÷收回票50张×70%＋代表小组8票÷收回票10张×15%＋工作机构4票÷收回票4张×15%＝85.80%，"
        "达到80%（含本数），结果为“称职”。"
    )


def test_many_papers_of_one_body_do_not_outvote_its_weight():
    """Thrown together 90 of 140 papers say 称职; weighed they are 57%."""
    result = weigh(WEIGHED, sheets(WEIGHED, (60, 40, 0), (30, 0, 0), (0, 0, 10)))
    assert (result.shares["称职"], result.outcome) == (Decimal("57.00"), "基本称职")


def test_the_average_leaves_out_what_is_not_valid():
    """不了解 is no valid paper and not scored."""
    result = tally(SCORED, papers(SCORED, 40, 10, 0, 30, invalid=2))

    assert (result.score, result.valid) == (Decimal("94.00"), 50)
    assert result.formula.endswith("得分（满意40票×100＋基本满意10票×70＋不满意0票×30）÷有效票50张＝94.00分。")


@pytest.mark.parametrize(
    ("votes", "outcome"), [((50, 50, 0, 0), "满意"), ((49, 51, 0, 0), "基本满意"), ((0, 0, 9, 9), "不满意")]
)
def test_points_may_decide_instead_of_shares(votes, outcome):
    rule = replace(SCORED, clauses=BY_SCORE)
    result = tally(rule, papers(rule, *votes))
    assert result.outcome == outcome
    assert "分，" in result.formula


def test_rounding_does_not_decide_a_score_and_is_owned_up_to():
    rule = replace(SCORED, clauses=(Clause("满意", (), Fraction(0), points=Fraction(70)),))
    result = tally(rule, papers(rule, 0, 99_999, 1))
    assert (result.outcome, result.score) == ("不满意", Decimal("70.00"))
    assert "（四舍五入前不足70分）" in result.formula


def test_a_body_whose_ballot_does_not_stand_voids_the_whole():
    given_back = sheets(WEIGHED, (42, 5, 3), (8, 2, 0), (4, 0, 0))
    given_back["代表小组"] = replace(given_back["代表小组"], issued=9)
    result = weigh(WEIGHED, given_back)
    assert (result.stands, result.outcome) == (False, "")
    assert result.formula == "代表小组：收回10张，多于发出的9张，本次测评无效，请重新组织。"


def test_figures_that_cannot_be_right_are_refused_at_the_bodys_field():
    with pytest.raises(Miscounted) as wrong:
        weigh(WEIGHED, sheets(WEIGHED, (42, 5, 3), (8, -2, 0), (4, 0, 0)))
    with pytest.raises(Miscounted) as missing:
        weigh(WEIGHED, {"选民": papers(WEIGHED, 1, 0, 0)})
    assert (wrong.value.field, wrong.value.reason) == ("1_votes", "代表小组：票数和人数不能是负数。")
    assert (missing.value.field, missing.value.reason) == ("1_returned", "代表小组：请填写计票。")
    with pytest.raises(ValueError, match="weigh"):
        tally(WEIGHED, papers(WEIGHED, 1, 0, 0))


def test_a_rule_that_scores_asks_for_a_valid_paper():
    rule = replace(SCORED, base=Base.RETURNED)
    assert "有效票为零" in tally(rule, papers(rule, 0, 0, 0, 5)).formula


ballots = st.tuples(*[st.integers(0, 200)] * 3).filter(sum)
weights = st.lists(st.integers(1, 100), min_size=1, max_size=4)


def rule_of(given_weights, **changes):
    groups = tuple(Group(f"主体{place}", weight) for place, weight in enumerate(given_weights))
    return replace(WEIGHED, groups=groups, scores=(("称职", Fraction(100)), ("基本称职", Fraction(70))), **changes)


@given(weights, ballots)
def test_bodies_that_vote_alike_come_to_what_one_would(given_weights, votes):
    rule = rule_of(given_weights)
    alone = tally(replace(rule, groups=()), papers(DAWU, *votes))
    result = weigh(rule, sheets(rule, *[votes] * len(given_weights)))
    assert (result.outcome, result.shares, result.score) == (alone.outcome, alone.shares, alone.score)


@given(weights, st.lists(ballots, min_size=4, max_size=4), st.integers(2, 9))
def test_the_size_and_order_of_weights_do_not_matter(given_weights, votes, times):
    rule = rule_of(given_weights)
    given_back = sheets(rule, *votes[: len(given_weights)])
    larger = replace(rule, groups=tuple(Group(g.name, g.weight * times) for g in reversed(rule.groups)))
    one, other = weigh(rule, given_back), weigh(larger, given_back)
    assert (one.outcome, one.shares, one.score) == (other.outcome, other.shares, other.score)


@given(weights, st.lists(ballots, min_size=4, max_size=4))
def test_shares_and_score_lie_between_those_of_the_bodies_and_add_up(given_weights, votes):
    rule = rule_of(given_weights)
    given_back = sheets(rule, *votes[: len(given_weights)])
    result = weigh(rule, given_back)
    alone = [tally(replace(rule, groups=()), row) for row in given_back.values()]
    for grade in rule.grades:
        shares = [row.shares[grade] for row in alone]
        assert min(shares) <= result.shares[grade] <= max(shares)
    assert min(row.score for row in alone) <= result.score <= max(row.score for row in alone)
    assert abs(sum(result.shares.values()) - 100) <= Decimal("0.02")


@given(weights, st.lists(ballots, min_size=4, max_size=4))
def test_one_vote_more_for_the_best_grade_never_makes_the_result_worse(given_weights, votes):
    rule = rule_of(given_weights, clauses=(Clause("过", ("称职",), EIGHTY, Sign.AT_LEAST),))
    best, middle, worst = votes[0]
    if not worst:
        return
    first = rule.groups[0].name
    given_back = sheets(rule, *votes[: len(given_weights)])
    better = given_back | {first: papers(DAWU, best + 1, middle, worst - 1)}
    before, after = weigh(rule, given_back), weigh(rule, better)
    assert after.score >= before.score
    assert not (before.outcome == "过" and after.outcome != "过")
