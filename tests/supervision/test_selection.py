"""Who is chosen of many: the boundaries by hand, and what must hold whatever the votes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.selection import least_candidates, most_marks, select

# votes, who passed, places; then chosen, tied, passed over, failed, places left
TABLE = [
    ({"a": 90, "b": 80, "c": 70}, "abc", 2, ("ab", "", "c", "", 0)),
    ({"a": 90, "b": 80, "c": 80}, "abc", 2, ("a", "bc", "", "", 1)),
    ({"a": 90, "b": 90, "c": 80}, "abc", 2, ("ab", "", "c", "", 0)),
    ({"a": 90, "b": 90, "c": 90}, "abc", 2, ("", "abc", "", "", 2)),
    ({"a": 90, "b": 80, "c": 80, "d": 80, "e": 60}, "abcde", 3, ("a", "bcd", "e", "", 2)),
    ({"a": 90, "b": 40}, "a", 2, ("a", "", "", "b", 0)),
    ({"a": 90, "b": 50, "c": 50}, "a", 2, ("a", "", "", "bc", 0)),
    ({"a": 10, "b": 9}, "", 1, ("", "", "", "ab", 0)),
    ({"a": 90, "b": 80}, "ab", None, ("ab", "", "", "", 0)),
    ({"a": 90, "b": 40}, "a", None, ("a", "", "", "b", 0)),
]


@pytest.mark.parametrize(("votes", "passed", "places", "found"), TABLE)
def test_boundaries(votes, passed, places, found):
    result = select(votes, set(passed), places)
    parts = tuple("".join(sorted(part)) for part in (result.chosen, result.tied, result.passed_over, result.failed))
    assert (*parts, result.places_left) == found


@given(
    st.dictionaries(st.integers(0, 40), st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=25),
    st.integers(1, 12),
    st.randoms(use_true_random=False),
)
def test_whatever_the_votes(given_votes, places, chance):
    votes = {key: number for key, (number, _) in given_votes.items()}
    passed = {key for key, (_, able) in given_votes.items() if able}
    found = select(votes, passed, places)
    parts = [*found.chosen, *found.tied, *found.passed_over, *found.failed]
    assert sorted(parts) == sorted(votes), "every project in exactly one part"
    assert len(found.chosen) <= places
    assert set(found.failed) == set(votes) - passed
    assert not found.tied or len({votes[key] for key in found.tied}) == 1
    assert found.places_left == (places - len(found.chosen) if found.tied else 0)
    assert not found.tied or 0 < found.places_left < len(found.tied)
    rest = [votes[key] for key in (*found.tied, *found.passed_over)]
    assert all(votes[key] > most for key in found.chosen for most in rest), "nobody is left out with as many votes"
    order = list(votes)
    chance.shuffle(order)
    again = select({key: votes[key] for key in order}, passed, places)
    parts = (set(again.chosen), set(again.tied))
    assert parts == (set(found.chosen), set(found.tied)), "the order decides nothing"


@given(st.integers(1, 60), st.integers(0, 100))
def test_more_candidates_than_places(places, share):
    least = least_candidates(places, share)
    assert least > places
    assert least - places == 1 or (least - places - 1) * 100 < places * share <= (least - places) * 100


def test_marks():
    assert (most_marks(120, 10), least_candidates(10, 10), least_candidates(10, 0), least_candidates(11, 10)) == (
        1200,
        11,
        11,
        13,
    )
