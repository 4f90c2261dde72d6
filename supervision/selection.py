"""Which projects are chosen: the arithmetic of 票决 after the votes of each are known (domain 4.5). Pure."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Selection:
    """Every project in exactly one part, each part by votes, the most first.

    `tied` stand equal at the edge of the last places: `places_left` of them are found by another vote.
    """

    chosen: tuple[Any, ...]
    tied: tuple[Any, ...]
    passed_over: tuple[Any, ...]
    failed: tuple[Any, ...]
    places_left: int


def select(votes: Mapping[Any, int], passed: Collection[Hashable], places: int | None) -> Selection:
    """The projects for `places`, of those in `passed` (more than the share of all deputies the rule asks for).

    `votes` are the votes for each. More pass than there are places: those with most votes. Where the last place falls
    among equals, none of them is chosen and all are voted on again; nobody's number on the list decides. `places` is
    None where each project stands for itself.

    A second vote among equals is decided by the most votes alone: pass all of them as `passed`.
    """
    ranked = sorted(votes, key=lambda key: -votes[key])
    able = [key for key in ranked if key in passed]
    failed = tuple(key for key in ranked if key not in passed)
    if places is None or len(able) <= places:
        return Selection(tuple(able), (), (), failed, 0)
    if places <= 0:
        return Selection((), (), tuple(able), failed, 0)
    edge = votes[able[places - 1]]
    above = tuple(key for key in able if votes[key] > edge)
    equal = tuple(key for key in able if votes[key] == edge)
    below = tuple(key for key in able if votes[key] < edge)
    if len(above) + len(equal) == places:
        return Selection(above + equal, (), below, failed, 0)
    return Selection(above, equal, below, failed, places - len(above))


def most_marks(valid: int, places: int) -> int:
    """How many votes in favour there can be at most when nobody may choose more than `places`."""
    return valid * places


def least_candidates(places: int, more_share: int) -> int:
    """How many candidates a vote with more candidates than places needs: so many per cent more, at least one more."""
    return places + max(1, -(-places * more_share // 100))
