"""选举法 12: the number of deputies."""

import pytest

from deputies.allotment import legal_size, may_be_smaller
from deputies.states import Level


@pytest.mark.parametrize(
    ("level", "population", "seats"),
    [
        (Level.DISTRICT, 0, 140),
        (Level.DISTRICT, 4_999, 140),
        (Level.DISTRICT, 5_000, 141),
        (Level.DISTRICT, 1_550_000, 450),
        (Level.DISTRICT, 1_549_999, 449),
        (Level.DISTRICT, 3_000_000, 450),
        (Level.TOWNSHIP, 1_499, 45),
        (Level.TOWNSHIP, 1_500, 46),
        (Level.TOWNSHIP, 172_500, 160),
        (Level.TOWNSHIP, 900_000, 160),
    ],
)
def test_base_quota_and_ceiling(level, population, seats):
    assert legal_size(level, population) == seats


def test_small_places_may_have_fewer():
    assert [may_be_smaller(Level.DISTRICT, n) for n in (49_999, 50_000)] == [True, False]
    assert [may_be_smaller(Level.TOWNSHIP, n) for n in (1_999, 2_000)] == [True, False]


@pytest.mark.parametrize(("level", "population"), [(Level.PROVINCE, 1), (Level.DISTRICT, -1)])
def test_what_the_article_does_not_fix_is_refused(level, population):
    with pytest.raises(ValueError):
        legal_size(level, population)
