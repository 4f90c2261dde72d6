"""The tally: boundaries of real rules, void ballots, figures that cannot be right, and what always holds."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.ballots import Base, Clause, Miscounted, Papers, Sign, tally
from tests.foundation.ballots.rules import COUNTY, DAWU, HALF, INQUIRY, RULES, SHENZHEN, SHIQUAN, ZHENHAI, papers


@pytest.mark.parametrize(
    ("rule", "votes", "outcome"),
    [
        # exactly half of all members is enough where the rule says 达到, and is not where it says 超过
        (ZHENHAI, (20, 10, 10), "满意"),
        (SHIQUAN, (20, 20), "不满意"),
        (SHIQUAN, (21, 19), "满意"),
        # exactly half 满意 + 基本满意 and exactly half 不满意: the clause that stands first decides
        (ZHENHAI, (10, 10, 20), "基本满意"),
        (ZHENHAI, (10, 9, 21), "不满意"),
        (SHENZHEN, (10, 9, 21), "不满意"),
        # 大悟: 80 and 50 per cent of the papers cast
        (DAWU, (40, 5, 5), "称职"),
        (DAWU, (39, 11, 0), "基本称职"),
        (DAWU, (25, 20, 5), "基本称职"),
        (DAWU, (24, 26, 0), "不称职"),
        (COUNTY, (10, 0, 10, 30), "满意"),
    ],
)
def test_the_boundary_is_where_the_rule_says(rule, votes, outcome):
    assert tally(rule, papers(rule, *votes)).outcome == outcome


def test_absent_members_count_in_a_base_of_all_members_and_in_no_other():
    votes = (20, 1, 0)

    of_all = tally(ZHENHAI, papers(ZHENHAI, *votes, absent=20))
    of_present = tally(replace(ZHENHAI, base=Base.PRESENT), papers(ZHENHAI, *votes, absent=20))

    assert (of_all.outcome, of_all.base_size, of_all.shares["满意"]) == ("基本满意", 41, Decimal("48.78"))
    assert (of_present.outcome, of_present.base_size) == ("满意", 21)


def test_invalid_papers_count_among_those_returned_and_not_among_the_valid():
    cast = tally(DAWU, papers(DAWU, 40, 5, 4, invalid=2))
    valid = tally(replace(DAWU, base=Base.VALID), papers(DAWU, 40, 5, 4, invalid=2))

    assert (cast.outcome, cast.base_size, cast.valid) == ("基本称职", 51, 49)
    assert (valid.outcome, valid.base_size) == ("称职", 49)


def test_the_formula_says_every_figure_and_whether_the_boundary_counts():
    assert tally(DAWU, papers(DAWU, 42, 5, 3)).formula == (
        "称职42票÷收回票50张＝84.00%，达到80%（含本数），结果为“称职”。"
    )
    assert tally(ZHENHAI, papers(ZHENHAI, 21, 3, 16, absent=5)).formula == (
        "满意21票÷全体组成人员45人＝46.67%，没有达到半数（含本数）；"
        "满意和基本满意24票÷全体组成人员45人＝53.33%，达到半数（含本数），结果为“基本满意”。"
    )
    assert tally(DAWU, papers(DAWU, 10, 9, 31)).formula.endswith(
        "结果为“不称职”。不称职31票÷收回票50张＝62.00%，超过半数（不含本数），应当“整改”。"
    )


def test_rounding_never_decides_and_is_owned_up_to():
    rule = replace(DAWU, alerts=())

    result = tally(rule, papers(rule, 79_999, 20_001))

    assert (result.outcome, result.shares["称职"]) == ("基本称职", Decimal("80.00"))
    assert "＝80.00%（四舍五入前不足80%），没有达到80%" in result.formula


def test_half_a_hundredth_goes_up():
    rule = replace(DAWU, alerts=())
    assert tally(rule, papers(rule, 1, 799)).shares["称职"] == Decimal("0.13")


@pytest.mark.parametrize(
    ("rule", "votes", "alerts"),
    [
        (DAWU, (10, 15, 25), ()),
        (DAWU, (10, 14, 26), ("整改",)),
        (INQUIRY, (70, 10, 20), ()),
        (INQUIRY, (70, 9, 21), ("二次整改",)),
    ],
)
def test_what_follows_besides_the_result(rule, votes, alerts):
    assert tally(rule, papers(rule, *votes)).alerts == alerts


@pytest.mark.parametrize(
    ("rule", "counted", "words"),
    [
        (DAWU, papers(DAWU, 40, 5, 5, issued=49), "收回50张，多于发出的49张，本次测评无效，请重新组织。"),
        (ZHENHAI, papers(ZHENHAI, 20, absent=20), "到会20人，没有超过全体组成人员40人的半数（不含本数），"),
        (replace(DAWU, least_present=50), papers(DAWU, 49), "到会49人，少于规定的50人，"),
        (replace(DAWU, base=Base.VALID), papers(DAWU, 0, invalid=3), "有效票为零，"),
        (
            replace(ZHENHAI, quorum=Fraction(2, 3), quorum_sign=Sign.AT_LEAST),
            papers(ZHENHAI, 19, absent=10),
            "三分之二",
        ),
    ],
)
def test_a_ballot_that_does_not_stand_is_held_again(rule, counted, words):
    result = tally(rule, counted)

    assert (result.stands, result.outcome, result.shares, result.alerts) == (False, "", {}, ())
    assert words in result.formula
    assert result.formula.endswith("请重新组织。")


def test_exactly_two_thirds_is_two_thirds():
    rule = replace(ZHENHAI, quorum=Fraction(2, 3), quorum_sign=Sign.AT_LEAST)
    assert tally(rule, papers(rule, 20, absent=10)).stands


@pytest.mark.parametrize(
    ("rule", "counted", "field", "words"),
    [
        (DAWU, papers(DAWU, 40, 5, 5, returned=49, issued=50), "returned", "合计50张，收回49张"),
        (DAWU, papers(DAWU, 40, 5, 5, present=49), "issued", "发出50张，多于到会的49人"),
        (ZHENHAI, papers(ZHENHAI, 40, all_members=39), "present", "多于全体组成人员39人"),
        (DAWU, papers(DAWU, -1, 1), "votes", "不能是负数"),
        (DAWU, Papers(1, 1, 1, {"优秀": 1}), "votes", "没有“优秀”这个等次"),
        (ZHENHAI, Papers(1, 1, 1, {"满意": 1}), "all_members", "请填写全体组成人员人数"),
    ],
)
def test_figures_that_cannot_be_right_are_refused_at_their_field(rule, counted, field, words):
    with pytest.raises(Miscounted) as told:
        tally(rule, counted)

    assert told.value.field == field
    assert words in told.value.reason


counts = st.integers(0, 400)


@given(st.sampled_from(RULES), st.lists(counts, min_size=4, max_size=4), counts, counts)
def test_whatever_is_counted_adds_up(rule, votes, invalid, absent):
    given_back = votes[: len(rule.grades)]
    result = tally(rule, papers(rule, *given_back, invalid=invalid, absent=absent))

    counted = [count for grade, count in zip(rule.grades, given_back, strict=True) if grade not in rule.uncounted]
    assert result.valid == sum(counted)
    if result.stands:
        assert result.outcome in {clause.outcome for clause in rule.clauses} | {rule.otherwise}
        assert all(0 <= share <= 100 for share in result.shares.values())
        if rule.base == Base.VALID:
            assert abs(sum(result.shares.values()) - 100) <= Decimal("0.02")
    else:
        assert (result.outcome, result.shares) == ("", {})


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 20), st.integers(1, 20))
def test_one_more_vote_for_the_best_grade_never_makes_the_result_worse(best, rest, top, bottom):
    rule = replace(DAWU, clauses=(Clause("过", ("称职",), min(Fraction(top, bottom), Fraction(1))),), alerts=())
    before, after = (tally(rule, papers(rule, best + more, rest - more + 1)).outcome for more in (0, 1))
    assert not (before == "过" and after != "过")


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_the_two_signs_differ_at_the_boundary_alone(votes, others):
    at_least, more = (
        tally(replace(DAWU, clauses=(Clause("过", ("称职",), HALF, sign),), alerts=()), papers(DAWU, votes, others))
        for sign in (Sign.AT_LEAST, Sign.MORE)
    )
    assert (at_least.outcome != more.outcome) == (votes == others)
