"""How much trouble the next form from an address is: arithmetic alone, no clock and no cache."""

from dataclasses import dataclass
from typing import Protocol


class Limited(Protocol):
    """The numbers of an `IntakeLimit` row."""

    @property
    def free(self) -> int: ...
    @property
    def work(self) -> int: ...
    @property
    def most_work(self) -> int: ...
    @property
    def wait(self) -> int: ...
    @property
    def most_wait(self) -> int: ...


@dataclass(frozen=True)
class Effort:
    """Hashes a browser tries at most, or seconds to wait where no script runs; `raised` beyond what everybody gives."""

    work: int
    wait: int
    raised: bool = False


def effort(limit: Limited, sent: int) -> Effort:
    """What the form after `sent` others of one address costs: up to `free` the usual, then twice as much each time.

    Never more than the row's highest: a neighbour behind the same address still gets through, only slower.
    """
    over = max(0, sent - limit.free + 1)
    # Beyond this every row has reached its highest; the power would only be a long number.
    times = 2 ** min(over, 32)
    return Effort(_grown(limit.work, limit.most_work, times), _grown(limit.wait, limit.most_wait, times), over > 0)


def _grown(usual: int, most: int, times: int) -> int:
    """Twice nothing would be nothing: what costs nothing at first grows from a small share of the highest."""
    return usual if times == 1 else min(max(usual, -(-most // 64)) * times, most)
