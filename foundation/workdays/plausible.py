"""Whether the days given for a year can be that year's arrangement. Nothing implausible gets into the calendar (L5)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from foundation.workdays.days import SATURDAY, Special

# From 2008 to 2026 a year had 14 to 33 named holidays and at most 9 make-up days.
FEWEST_HOLIDAYS, MOST_HOLIDAYS, MOST_MAKE_UP_DAYS = 5, 40, 12
FESTIVALS = ("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")
# The festivals that fall on the same day of every year (全国年节及纪念日放假办法).
FIXED = {(1, 1): "元旦", (5, 1): "劳动节", (10, 1): "国庆节"}


def problems(year: int, days: Sequence[Special]) -> list[str]:
    """What speaks against `days` being the arrangement of `year`, in Chinese; empty when nothing does."""
    return [*_outside(year, days), *_twice(days), *_counts(days), *_make_up(days), *_incomplete(days)]


def _outside(year: int, days: Sequence[Special]) -> Iterator[str]:
    for day in days:
        if day.date.year != year:
            yield f"{day.date:%Y-%m-%d} 不在{year}年内。"


def _twice(days: Sequence[Special]) -> Iterator[str]:
    for day, count in sorted(Counter(day.date for day in days).items()):
        if count > 1:
            yield f"{day:%Y-%m-%d} 出现了{count}次，请只保留一次。"


def _counts(days: Sequence[Special]) -> Iterator[str]:
    holidays = sum(not day.is_workday for day in days)
    if not FEWEST_HOLIDAYS <= holidays <= MOST_HOLIDAYS:
        yield f"放假共{holidays}天，正常应在{FEWEST_HOLIDAYS}至{MOST_HOLIDAYS}天之间，请核对是否完整。"
    if len(days) - holidays > MOST_MAKE_UP_DAYS:
        yield f"调休上班共{len(days) - holidays}天，超过{MOST_MAKE_UP_DAYS}天，请核对。"


def _make_up(days: Sequence[Special]) -> Iterator[str]:
    for day in days:
        if day.is_workday and day.date.weekday() < SATURDAY:
            yield f"{day.date:%Y-%m-%d} 不是周六、周日，不能作为调休上班日。"


def _incomplete(days: Sequence[Special]) -> Iterator[str]:
    rest = [day for day in days if not day.is_workday]
    missing = [name for name in FESTIVALS if not any(name in day.name for day in rest)]
    # Where 中秋 falls into the week of 国庆 the list of days may name only the latter.
    if missing and missing != ["中秋"]:
        yield f"缺少{'、'.join(missing)}的放假安排，请核对是否完整。"
    dates = {(day.date.month, day.date.day) for day in rest}
    for fixed, name in FIXED.items():
        if fixed not in dates:
            yield f"{fixed[0]}月{fixed[1]}日（{name}）没有列为放假。"
