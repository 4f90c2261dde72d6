"""The arithmetic of scores: means, trimming, shares, stars, places."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_stations.scoring import Star, average, combined, places, star_of

STARS = [Star("三星", D(70)), Star("五星", D(90)), Star("四星", D(80))]
TOTALS = st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=12)


def test_a_highest_and_a_lowest_are_left_out_from_as_many_scorers_as_the_table_says():
    five = [D(90), D(60), D(80), D(85), D("82.5")]
    assert average(five, 5) == D("82.50")
    assert average(five) == D("79.50")
    assert average(five[:4], 5) == D("78.75")
    # Of two sheets nothing would be left.
    assert average([D(60), D(90)], 2) == D("75.00")


def test_half_a_cent_goes_up_and_nothing_cannot_be_averaged():
    assert average([D("80.1"), D("80.0"), D("80.0")]) == D("80.03")
    assert combined(D("80.01"), D("80.00"), D(50)) == D("80.01")
    with pytest.raises(ValueError, match="nothing"):
        average([])


def test_the_share_of_the_self_rating():
    assert combined(D(80), D(100), D(0)) == D("80.00")
    assert combined(D(80), D(100), D(20)) == D("84.00")
    # Who did not rate himself has nothing for that share.
    assert combined(D(80), None, D(20)) == D("64.00")


def test_a_line_itself_is_reached():
    assert [getattr(star_of(STARS, D(total)), "name", None) for total in ("69.99", "70", "89.99", "90")] == [
        None,
        "三星",
        "四星",
        "五星",
    ]


def test_equal_totals_share_a_place():
    assert places({1: D(80), 2: D(90), 3: D(80), 4: D(70)}) == {2: 1, 1: 2, 3: 2, 4: 4}


@given(TOTALS, st.one_of(st.none(), st.integers(3, 6)))
def test_an_average_never_leaves_the_range_of_what_was_given(totals, trim_from):
    assert min(totals) <= average(totals, trim_from) <= max(totals)
