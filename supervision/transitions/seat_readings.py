"""The figures of a vote are entered by two people, each for himself; unlike ones are kept and entered again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from foundation.ballots.counting import hand_of
from supervision.models import ByElection, Recall, SeatReading
from supervision.notices import seats as notices
from supervision.rules.seats import turn_now, waiting_reading
from supervision.states.ballots import ReadingState
from supervision.transitions._beats import note

NAMES = {
    "held_on": "投票日期",
    "voters": "选民人数",
    "issued": "发出票数",
    "returned": "收回票数",
    "yes": "赞成",
    "no": "反对",
    "abstained": "弃权",
    "votes": "候选人得票",
    "others": "另选他人得票",
    "invalid": "废票",
}


def read(case: Recall | ByElection, figures: Mapping[str, Any], *, by: Any, at: datetime) -> SeatReading:
    """Keeps what this person entered, under the lock of the case. The second one of a turn settles it.

    The rule has seen to it that they are two. What they entered is said to nobody until both are alike.
    """
    first = waiting_reading(case)
    owner: Any = {"recall": case} if isinstance(case, Recall) else {"by_election": case}
    facts = {"turn": turn_now(case), "counter": hand_of(by), "entered_at": at, "figures": plain(figures)}
    reading = SeatReading.objects.create(**owner, **facts)
    if first is None:
        note("enter_seat_count", case, f"{reading.counter}登记票数，待另一人登记。", by=by, at=at, visibility="office")
        notices.count_entered(case, by=by, at=at)
        return reading
    found = differences(first, reading)
    state = ReadingState.DIFFERING if found else ReadingState.AGREED
    for row in (first, reading):
        row.state = state
        row.save(update_fields=["state"])
    words = f"两人登记的票数不一致：{'、'.join(found)}，须重新清点。" if found else "两人登记的票数一致。"
    note("settle_seat_count", case, words, by=by, at=at, visibility="office")
    if found:
        notices.counts_differ(case, [first.counter_id, reading.counter_id], by=by, at=at)
    return reading


def differences(first: SeatReading, second: SeatReading) -> list[str]:
    """The names of the figures that are unlike."""
    return [name for key, name in NAMES.items() if first.figures.get(key) != second.figures.get(key)]


def plain(figures: Mapping[str, Any]) -> dict[str, Any]:
    """As they come back from the database: days as text, keys of candidates too."""
    found = dict(figures)
    found["held_on"] = found["held_on"].isoformat()
    if "votes" in found:
        found["votes"] = {str(key): number for key, number in sorted(found["votes"].items())}
    return found
