"""How far a telephone is from the hall, and the class of it that is kept."""

import pytest

from deputies.rules.nearby import Position, is_vague, metres_between, nearness

HALL = Position(30.0, 120.0)


@pytest.mark.parametrize(
    ("other", "metres"),
    [
        (HALL, 0),
        (Position(30.001, 120.0), 111.19),
        (Position(30.0, 120.001), 96.30),
        (Position(-30.0, -60.0), 20_015_087),
    ],
)
def test_the_distance_is_that_of_the_earth(other, metres):
    assert metres_between(HALL, other) == pytest.approx(metres, rel=1e-4)
    assert metres_between(other, HALL) == pytest.approx(metres, rel=1e-4)


@pytest.mark.parametrize(
    ("accuracy", "metres", "found"), [(0, 120, "inside"), (0, 100, None), (20, 100, "edge"), (10, 100, None)]
)
def test_inside_at_the_edge_or_elsewhere(accuracy, metres, found):
    assert nearness(HALL, Position(30.001, 120.0, accuracy), metres) == found


def test_what_the_telephone_does_not_know_itself_proves_nothing():
    assert is_vague(Position(30.0, 120.0, 101), 100)
    assert not is_vague(Position(30.0, 120.0, 100), 100)
