"""The traffic light of a clock: a colour, and always the words beside it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foundation.deadlines.models import Deadline

GREEN, YELLOW, ORANGE, RED, MET, LATE_MET = "green", "yellow", "orange", "red", "met", "late-met"


@dataclass(frozen=True)
class Light:
    """`colour` is one of the words above. `days_left` is negative when overdue, None when it stands."""

    colour: str
    text: str
    days_left: int | None
    provisional: bool
    due_on: date
    deadline_id: int | None = None
    name: str = ""


def light(deadline: "Deadline", on: date) -> Light:
    """The light of a clock on a day; no query when its limit is loaded."""
    colour, text = _met(deadline) or _standing(deadline) or _running(deadline, on)
    left = (deadline.due_on - on).days if deadline.is_open and not deadline.paused_on else None
    provisional = deadline.provisional and deadline.is_open
    return Light(colour, text, left, provisional, deadline.due_on, deadline.pk, deadline.limit.name)


def _met(deadline: "Deadline") -> tuple[str, str] | None:
    if deadline.cancelled_at:
        return MET, "已取消"
    if deadline.met_on is None:
        return None
    late = (deadline.met_on - deadline.due_on).days
    if late > 0 and not deadline.limit.is_window:
        return LATE_MET, f"逾期 {late} 天办结"
    return MET, "按期办结"


def _standing(deadline: "Deadline") -> tuple[str, str] | None:
    return (GREEN, "已中止计算") if deadline.paused_on else None


def _running(deadline: "Deadline", on: date) -> tuple[str, str]:
    left = (deadline.due_on - on).days
    if left < 0:
        return (LATE_MET, "申请期已过") if deadline.limit.is_window else (RED, f"已逾期 {-left} 天")
    text = "今日到期" if left == 0 else f"还有 {left} 天"
    if on >= deadline.orange_on:
        return ORANGE, text
    return (YELLOW if on >= deadline.yellow_on else GREEN), text
