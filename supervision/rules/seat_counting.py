"""Who is elected by a count, and whether a recall has passed (选举法). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from supervision.states.seats import VoteKind


@dataclass(frozen=True)
class Elected:
    """The keys of who is elected, and of those whose equal votes at the edge must be voted on again."""

    winners: tuple[int, ...]
    tied: tuple[int, ...] = ()


def elected(
    votes: Mapping[int, int], places: int, took_part: int, cast: int, *, kind: str, percent: int, part: int
) -> Elected:
    """Who has a place after this turn.

    First turn: more than `percent` of the voters who took part. Voting again for places left: the most votes, and at
    least one `part`-th of the papers. Among equals: the most votes alone. Equal votes at the edge elect none of them.
    """
    passing = {
        VoteKind.FIRST: lambda n: n * 100 > took_part * percent,
        VoteKind.AGAIN: lambda n: n * part >= cast and n > 0,
        VoteKind.TIED: lambda n: n > 0,
    }[VoteKind(kind)]
    able = sorted((key for key, n in votes.items() if passing(n)), key=lambda key: (-votes[key], key))
    if len(able) <= places:
        return Elected(tuple(able))
    edge = votes[able[places - 1]]
    if votes[able[places]] != edge:
        return Elected(tuple(able[:places]))
    above = tuple(key for key in able if votes[key] > edge)
    return Elected(above, tuple(key for key in able if votes[key] == edge))


def turnout_reached(took_part: int, voters: int, percent: int) -> bool:
    """More than `percent` of all voters took part."""
    return took_part * 100 > voters * percent


def recalled(yes: int, voters: int, percent: int) -> bool:
    """More than `percent` of all voters of the constituency are for it, whoever came."""
    return yes * 100 > voters * percent
