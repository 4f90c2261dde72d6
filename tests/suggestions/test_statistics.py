from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suggestions.states import Grade
from suggestions.statistics import percentage, rates

S, B, D = Grade.SATISFIED, Grade.BASICALLY, Grade.DISSATISFIED


def test_both_rates_stand_side_by_side_and_the_silent_are_left_out():
    found = rates([S] * 149 + [B] * 10 + [D] * 7 + [None] * 4 + [""])

    assert (found.satisfied, found.basically, found.dissatisfied, found.not_stated) == (149, 10, 7, 5)
    assert found.stated == 166
    assert (found.satisfied_rate, found.at_least_basic_rate) == (Decimal("89.76"), Decimal("95.78"))


def test_nobody_said_anything():
    found = rates([None, None])

    assert (found.satisfied_rate, found.at_least_basic_rate, found.not_stated) == (None, None, 2)


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (0, 5, "0.00"), (5, 5, "100.00")]
)
def test_two_decimals_half_up(part, whole, shown):
    assert percentage(part, whole) == Decimal(shown)


@pytest.mark.parametrize(("part", "whole"), [(2, 1), (-1, 3), (0, -1)])
def test_nonsense_is_refused(part, whole):
    with pytest.raises(ValueError, match="no share"):
        percentage(part, whole)


def test_an_unknown_grade_is_refused():
    with pytest.raises(ValueError, match="unknown grade"):
        rates(["excellent"])


@given(st.lists(st.sampled_from([*Grade.values, None, ""])))
def test_nobody_is_lost_and_the_wider_rate_is_never_smaller(grades):
    found = rates(grades)

    assert found.stated + found.not_stated == len(grades)
    if found.stated:
        assert 0 <= found.satisfied_rate <= found.at_least_basic_rate <= 100
