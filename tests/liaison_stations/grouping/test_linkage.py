"""Growing groups by the average of all their pairs."""

import numpy as np

from liaison_stations.grouping.linkage import grown


def square(*rows):
    return np.array(rows, dtype=np.float32)


def sets(groups):
    return {frozenset(one) for one in groups}


def test_a_letter_between_two_matters_does_not_join_them():
    alike = square((0, 0.8, 0, 0), (0.8, 0, 0.4, 0), (0, 0.4, 0, 0.8), (0, 0, 0.8, 0))

    assert sets(grown(alike, 0.2)) == {frozenset({0, 1}), frozenset({2, 3})}
    assert sets(grown(alike, 0.1)) == {frozenset({0, 1, 2, 3})}


def test_what_is_like_nothing_stays_alone():
    assert sets(grown(square((0, 0.1), (0.1, 0)), 0.2)) == {frozenset({0}), frozenset({1})}


def test_the_groups_are_those_of_joining_the_nearest_again_and_again():
    random = np.random.default_rng(7)
    half = random.random((40, 40))
    alike = np.triu(half, 1) + np.triu(half, 1).T

    assert sets(grown(alike, 0.6)) == sets(nearest_first(alike, 0.6))


def nearest_first(alike, limit):
    groups = [[at] for at in range(len(alike))]
    while True:
        pairs = [
            (alike[np.ix_(one, other)].mean(), place, later)
            for place, one in enumerate(groups)
            for later, other in enumerate(groups)
            if place < later
        ]
        mean, place, later = max(pairs)
        if mean < limit:
            return groups
        groups[place] += groups.pop(later)
