"""Recomputing very many clocks: the worker looks and moves, the page follows. One at a time for the whole portal.

What is kept here is only what the page shows; a cache that forgets it costs another look, never a date.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from foundation.deadlines import recomputing
from foundation.deadlines.models import Deadline
from foundation.workflow import Refused

# So many are looked at within a request, more go to the worker: at 0.35 ms each (`recomputing.plan()` on the 140 open
# clocks of the demonstration district, two cores) that is two thirds of a second.
AT_ONCE = 2000
# The page lists this many; the count is of all.
LISTED = 200
LOOKING, READY, MOVING, DONE, FAILED = "looking", "ready", "moving", "done", "failed"
KEY, KEPT_SECONDS = "deadlines:recomputing", 3600
# A worker that has said nothing for so long is gone.
LOST_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Line:
    """One clock whose day moves."""

    clock: int
    limit: str
    old: Any
    new: Any
    provisional: bool
    why: str


@dataclass(frozen=True)
class Progress:
    """How far the worker is, and what it found."""

    stage: str
    told_at: datetime
    done: int = 0
    of: int = 0
    moved: int = 0
    mark: str = ""
    lines: tuple[Line, ...] = ()
    reason: str = ""

    @property
    def is_running(self) -> bool:
        return self.stage in (LOOKING, MOVING) and timezone.now() - self.told_at < LOST_AFTER

    @property
    def is_moving(self) -> bool:
        return self.stage == MOVING

    @property
    def is_ready(self) -> bool:
        return self.stage == READY

    @property
    def is_done(self) -> bool:
        return self.stage == DONE


def is_large() -> bool:
    """Whether there are more open clocks than a request should look at."""
    return Deadline.objects.open().count() > AT_ONCE


def current() -> Progress | None:
    """What is under way or was found within the last hour."""
    return cache.get(KEY)


def begin(stage: str) -> bool:
    """Marks the job as asked for; False while another one runs."""
    now = current()
    if now and now.is_running:
        return False
    _say(stage, of=Deadline.objects.open().count())
    return True


def give_up() -> None:
    """Nobody took the job."""
    cache.delete(KEY)


def look() -> None:
    """The preview."""
    found = _watched(LOOKING, lambda told: recomputing.plan(told=told))
    if found:
        facts = {"done": found.examined, "of": found.examined, "moved": len(found.moved), "mark": found.mark}
        _say(READY, **facts, lines=lines_of(found))


def move(by: Any, mark: str) -> None:
    """Carries out what was previewed; another look is needed when things have changed since."""
    found = _watched(MOVING, lambda told: recomputing.apply(by=by, at=timezone.now(), mark=mark or "none", told=told))
    if found:
        _say(DONE, done=found.examined, of=found.examined, moved=len(found.moved))


def lines_of(found: recomputing.Plan) -> tuple[Line, ...]:
    """The first moves of a plan, as far as they are listed."""
    return tuple(
        Line(move.clock.pk, move.limit.name, move.old, move.new, move.found.provisional, move.why)
        for move in found.moved[:LISTED]
    )


def _watched(stage: str, work: Callable[[Callable[[int], None]], recomputing.Plan]) -> recomputing.Plan | None:
    of = Deadline.objects.open().count()
    try:
        return work(lambda done: _say(stage, done=done, of=of))
    except Refused as refusal:
        _say(FAILED, reason=refusal.reason)
        return None
    except Exception:
        _say(FAILED, reason="后台计算没有完成，期限没有改动。请重新核对；再次失败的，请联系系统管理员。")
        raise


def _say(stage: str, **facts: Any) -> None:
    cache.set(KEY, Progress(stage, timezone.now(), **facts), KEPT_SECONDS)
