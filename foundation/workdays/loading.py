"""Brings a year's arrangement into the rows, and says which year is still missing."""

from collections.abc import Iterable
from datetime import date

import chinese_calendar
from django.db import transaction

from foundation.workdays import trail
from foundation.workdays.calendar import compare_again
from foundation.workdays.days import Special
from foundation.workdays.models import CalendarYear, SpecialDay

FIRST_SEEDED_YEAR = 2024
# The State Council publishes next year's arrangement between late October and early December.
NOTICE_EXPECTED_FROM_MONTH = 11

_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


def notice_title(year: int) -> str:
    """The title of the State Council's yearly notice."""
    return f"国务院办公厅关于{year}年部分节假日安排的通知"


def published_years() -> list[int]:
    """The years whose arrangement came with the portal, oldest first."""
    return sorted({day.year for day in chinese_calendar.holidays})


def published_days(year: int) -> list[Special]:
    """The holidays and make-up workdays of `year` as published; empty when they are not known here."""
    rest = [Special(day, False, _NAMES[name]) for day, name in chinese_calendar.holidays.items() if day.year == year]
    worked = [
        Special(day, True, f"{_NAMES[name]}调休") for day, name in chinese_calendar.workdays.items() if day.year == year
    ]
    return sorted(rest + worked)


@transaction.atomic
def seed_year(year: int) -> bool:
    """Writes the published days of `year` unless the office already keeps that year. True when it was written."""
    days = published_days(year)
    if not days:
        return False
    _, created = CalendarYear.objects.get_or_create(year=year, defaults={"notice": notice_title(year)})
    if created:
        _write(year, days)
    return created


def seed_years() -> list[int]:
    """Seeds every published year from 2024 on; answers the years that were new."""
    return [year for year in published_years() if year >= FIRST_SEEDED_YEAR and seed_year(year)]


@transaction.atomic
def seed_after_migrate() -> None:
    """Seeds a new house in silence; a year that comes with a new version changes a calendar in use, and is told."""
    in_use = CalendarYear.objects.exists()
    new = seed_years()
    if in_use:
        tell_seeded(new, "随系统升级")


def tell_seeded(years: Iterable[int], how: str) -> None:
    """Tells the record of every seeded year; nobody's act, so nobody is named."""
    for year in CalendarYear.objects.filter(year__in=list(years)):
        trail.tell("load_year", year, by=None, summary=f"{how}录入{year}节假日安排，依据《{year.notice}》。")


@transaction.atomic
def replace_year(year: int, days: Iterable[Special], *, notice: str, is_official: bool = True) -> CalendarYear:
    """Puts `days` (already validated) in the place of whatever is kept for `year`."""
    kept, _ = CalendarYear.objects.update_or_create(year=year, defaults={"notice": notice, "is_official": is_official})
    SpecialDay.objects.filter(year=year).delete()
    _write(year, days)
    return kept


def missing_years(on: date) -> list[int]:
    """The years without official notice that should have it by the day `on`: this year, from November also the next."""
    wanted = [on.year] + ([on.year + 1] if on.month >= NOTICE_EXPECTED_FROM_MONTH else [])
    loaded = set(CalendarYear.objects.filter(year__in=wanted, is_official=True).values_list("year", flat=True))
    return [year for year in wanted if year not in loaded]


def loaded_until() -> int | None:
    """The last year with its official notice, or None when no year is loaded."""
    return CalendarYear.objects.filter(is_official=True).order_by("-year").values_list("year", flat=True).first()


def _write(year: int, days: Iterable[Special]) -> None:
    SpecialDay.objects.bulk_create(SpecialDay(year_id=year, **special._asdict()) for special in days)
    compare_again()
