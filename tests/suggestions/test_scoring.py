from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suggestions.scoring import Band, Measure, most_awards, points_for, ranks, total

PLAIN = Measure("contact", D(10))
BANDED = Measure("signed", D(10), (Band(D(90), D(6)), Band(D(100), D(10))))


@pytest.mark.parametrize(("rate", "points"), [("100", "10.00"), ("66.67", "6.67"), ("0.05", "0.01"), ("0", "0.00")])
def test_points_follow_the_rate_half_up(rate, points):
    assert points_for(PLAIN, D(rate)) == D(points)


@pytest.mark.parametrize(
    ("rate", "points"), [("100", "10"), ("99.99", "6"), ("90.00", "6"), ("89.99", "0"), ("0", "0")]
)
def test_a_band_gives_its_points_from_its_border_on(rate, points):
    assert points_for(BANDED, D(rate)) == D(points)


def test_what_cannot_be_judged_gives_no_points_and_takes_none():
    assert points_for(PLAIN, None) is None
    assert total([(PLAIN, D("5.00")), (BANDED, None)]) == D("10.00")
    assert total([(PLAIN, None), (BANDED, None)]) is None
    assert total([]) is None


def test_equal_totals_share_a_place():
    assert ranks([D(90), None, D(95), D(90), D(80)]) == [2, None, 1, 2, 4]


@pytest.mark.parametrize(
    ("candidates", "share", "number", "most"),
    [(14, 20, None, 2), (15, 20, None, 3), (4, 20, None, 0), (14, None, 5, 5), (14, 50, 5, 5), (3, None, None, 3)],
)
def test_how_many_may_be_chosen(candidates, share, number, most):
    assert most_awards(candidates, None if share is None else D(share), number) == most


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 10000)), min_size=1, max_size=12))
def test_a_total_never_leaves_its_bounds(items):
    measures = [(Measure(str(number), D(full)), D(rate) / 100) for number, (full, rate) in enumerate(items)]
    scored = [(measure, points_for(measure, rate)) for measure, rate in measures]
    assert 0 <= total(scored) <= sum(full for full, _ in items)
