"""The mornings and afternoons of an activity: what it counts for, and what a deputy may ask leave from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

NOON = time(12, 30)


@dataclass(frozen=True, order=True)
class HalfDay:
    """One morning or afternoon, parted at 12:30."""

    day: date
    afternoon: bool

    @property
    def key(self) -> str:
        """Under which a leave keeps it: "2026-03-12-am"."""
        return f"{self.day:%Y-%m-%d}-{'pm' if self.afternoon else 'am'}"

    @property
    def ends_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.day, time.max if self.afternoon else NOON))

    def __str__(self) -> str:
        return f"{self.day.month}月{self.day.day}日{'下午' if self.afternoon else '上午'}"


def half_days(starts_at: datetime, ends_at: datetime) -> list[HalfDay]:
    """The mornings and afternoons that an activity touches, in their order; at least one."""
    first, last = timezone.localtime(starts_at), timezone.localtime(ends_at)
    days = [first.date() + timedelta(days=n) for n in range((last.date() - first.date()).days + 1)]
    halves = [HalfDay(day, afternoon) for day in days for afternoon in (False, True)]
    begun = halves[1:] if first.time() >= NOON else halves
    return (begun[:-1] if last.time() <= NOON else begun) or halves[:1]


def half_days_between(starts_at: datetime, ends_at: datetime) -> int:
    """How many mornings and afternoons an activity touches."""
    return len(half_days(starts_at, ends_at))


def named(keys: Iterable[str]) -> Sequence[HalfDay]:
    """The half-days kept under these keys, in their order."""
    return sorted(HalfDay(date.fromisoformat(key[:10]), key.endswith("pm")) for key in keys)
