"""The calendar in force: read from the rows once, kept in the process, renewed when the rows change anywhere."""

from dataclasses import dataclass
from time import monotonic

from django.core.signals import request_started
from django.db import connection
from django.db.models.signals import post_delete, post_save

from foundation.workdays.days import Calendar, calendar_of
from foundation.workdays.models import CalendarYear, SpecialDay

# Outside of requests (tasks, commands) the rows are compared this often; a request always compares once.
SECONDS_TRUSTED = 10.0

_FINGERPRINT = f"""
SELECT md5(concat(
    (SELECT string_agg(concat(year, is_official), ',' ORDER BY year) FROM {CalendarYear._meta.db_table}), '|',
    (SELECT string_agg(concat(date, is_workday, name), ',' ORDER BY date) FROM {SpecialDay._meta.db_table})))
"""


@dataclass(frozen=True)
class _Kept:
    calendar: Calendar
    compared_at: float


_kept: _Kept | None = None


def fingerprint() -> str:
    """A hash of all rows of the calendar; differs whenever a computed date might differ. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_FINGERPRINT)
        return cursor.fetchone()[0]


def current_calendar() -> Calendar:
    """The calendar in force. Costs nothing within a request after the first call, one small query at that call."""
    global _kept
    kept = _kept
    if kept and monotonic() - kept.compared_at < SECONDS_TRUSTED:
        return kept.calendar
    # The stamp is read before the rows: a change between the two only means one reading more next time.
    stamp = fingerprint()
    calendar = kept.calendar if kept and kept.calendar.stamp == stamp else _read(stamp)
    _kept = _Kept(calendar, monotonic())
    return calendar


def compare_again(**_signal) -> None:
    """The next caller compares with the rows before trusting what is kept."""
    global _kept
    if _kept:
        _kept = _Kept(_kept.calendar, -SECONDS_TRUSTED)


def _read(stamp: str) -> Calendar:
    days = SpecialDay.objects.values_list("date", "is_workday", "name")
    years = CalendarYear.objects.filter(is_official=True).values_list("year", flat=True)
    return calendar_of(days, years, stamp)


def watch() -> None:
    """Connects what makes the kept calendar doubtful; called once when the app is ready."""
    request_started.connect(compare_again, dispatch_uid="workdays.compare_again")
    for model in (CalendarYear, SpecialDay):
        post_save.connect(compare_again, sender=model, dispatch_uid="workdays.saved")
        post_delete.connect(compare_again, sender=model, dispatch_uid="workdays.deleted")
