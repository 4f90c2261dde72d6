"""Who is elected and whether a recall has passed, at every boundary."""

import pytest

from supervision.rules.seat_counting import elected, recalled, turnout_reached


@pytest.mark.parametrize(
    ("kind", "votes", "places", "winners", "tied"),
    [
        ("first", {1: 400}, 1, (), ()),  # exactly half of 800 is no majority
        ("first", {1: 401}, 1, (1,), ()),
        ("first", {1: 500, 2: 600}, 1, (2,), ()),
        ("first", {1: 500, 2: 500}, 1, (), (1, 2)),
        ("first", {1: 700, 2: 500, 3: 500}, 2, (1,), (2, 3)),
        ("first", {1: 500, 2: 500}, 2, (1, 2), ()),
        ("again", {1: 266}, 1, (), ()),  # a third of 800 is 266.7
        ("again", {1: 267, 2: 268}, 1, (2,), ()),
        ("tied", {1: 10, 2: 9}, 1, (1,), ()),
        ("tied", {1: 10, 2: 10}, 1, (), (1, 2)),
        ("tied", {1: 0}, 1, (), ()),
    ],
)
def test_who_is_elected(kind, votes, places, winners, tied):
    found = elected(votes, places, 800, 800, kind=kind, percent=50, part=3)
    assert (found.winners, found.tied) == (winners, tied)


def test_majorities_are_more_than_half():
    assert (recalled(500, 1000, 50), recalled(501, 1000, 50)) == (False, True)
    assert (turnout_reached(500, 1000, 50), turnout_reached(501, 1000, 50)) == (False, True)
