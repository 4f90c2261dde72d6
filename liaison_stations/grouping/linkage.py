"""Growing groups out of likenesses."""

from collections.abc import Iterator

import numpy as np


def grown(alike: np.ndarray, limit: float) -> list[list[int]]:
    """Average linkage: the groups whose members are on average most alike become one, down to `limit`.

    By chains of nearest neighbours (Benzécri, 1982), which finds the same groups in the square of their number.
    """
    leader = list(range(len(alike)))
    for one, other in _merges(alike, limit):
        leader[_top(leader, other)] = _top(leader, one)
    groups: dict[int, list[int]] = {}
    for at in range(len(alike)):
        groups.setdefault(_top(leader, at), []).append(at)
    return list(groups.values())


def _top(leader: list[int], at: int) -> int:
    while leader[at] != at:
        at = leader[at]
    return at


def _merges(alike: np.ndarray, limit: float) -> Iterator[tuple[int, int]]:
    """Pairs (kept, absorbed) of groups, each named by one of its members."""
    mean, sizes = alike.astype(np.float64), np.ones(len(alike))
    np.fill_diagonal(mean, -1)
    chain: list[int] = []
    waiting = set(range(len(alike)))
    while waiting or chain:
        if not chain:
            chain.append(waiting.pop())
        here = chain[-1]
        best = int(mean[here].argmax())
        if mean[here, best] < limit:
            # Nobody is near enough, nor will be: a group's average to others never exceeds that of its parts.
            chain.pop()
            mean[here], mean[:, here] = -1, -1
        elif len(chain) > 1 and mean[here, best] <= mean[here, chain[-2]]:
            other = chain[-2]
            del chain[-2:]
            yield other, here
            _join(mean, sizes, other, here)
            waiting.add(other)
        else:
            chain.append(best)
            waiting.discard(best)


def _join(mean: np.ndarray, sizes: np.ndarray, one: int, other: int) -> None:
    """`one` takes in `other`."""
    gone = mean[one] < 0
    together = (mean[one] * sizes[one] + mean[other] * sizes[other]) / (sizes[one] + sizes[other])
    together[gone] = -1
    mean[one], mean[:, one] = together, together
    mean[other], mean[:, other] = -1, -1
    mean[one, one] = -1
    sizes[one] += sizes[other]
