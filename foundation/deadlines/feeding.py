"""A person's open clocks as a calendar (RFC 5545) for the calendar program of his choice (F70)."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from foundation.deadlines import registry
from foundation.deadlines.models import Deadline

# Nobody looks at more; a unit with more open work has other worries.
LONGEST = 500


Source = Callable[[Any], Iterable[Event]]
_sources: list[Source] = []


def register_source(source: Source) -> None:
    """A room adds what else stands in a person's calendar; the same function twice counts once."""
    if source not in _sources:
        _sources.append(source)


def calendar_of(user: Any) -> bytes:
    """One all-day event per open clock of `user`, on its due date, and what the rooms add."""
    calendar = Calendar()
    calendar.add("prodid", "-//people's congress portal//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "我的办理期限")
    clocks = list(Deadline.objects.waiting_for(user).select_related("limit")[:LONGEST])
    subjects = subjects_of(clocks)
    for clock in clocks:
        calendar.add_component(_event(clock, subjects.get(clock.pk)))
    for source in _sources:
        for event in source(user):
            calendar.add_component(event)
    return calendar.to_ical()


def subjects_of(clocks: Iterable[Deadline]) -> dict[int, Any]:
    """Deadline key → its object, a constant number of queries per kind of clock."""
    by_kind: dict[str, list[Deadline]] = {}
    for clock in clocks:
        by_kind.setdefault(clock.kind, []).append(clock)
    found: dict[int, Any] = {}
    for key, group in by_kind.items():
        if registry.known(key):
            found |= registry.kind_of(key).fetch(group)
    return found


def visible_subjects(user: Any, clocks: Iterable[Deadline]) -> dict[int, Any]:
    """As `subjects_of`, without the objects whose page `user` may not open."""
    by_kind: dict[str, dict[int, Any]] = {}
    kinds = {clock.pk: clock.kind for clock in clocks}
    for pk, subject in subjects_of(clocks).items():
        by_kind.setdefault(kinds[pk], {})[pk] = subject
    found: dict[int, Any] = {}
    for key, subjects in by_kind.items():
        found |= registry.kind_of(key).visible(user, subjects)
    return found


def name_of(subject: Any) -> str:
    """What people call the object in a list of clocks: its `clock_name` where a part names the paper it belongs to."""
    return getattr(subject, "clock_name", None) or str(subject or "")


def _event(clock: Deadline, subject: Any) -> Event:
    event = Event()
    event.add("uid", f"deadline-{clock.pk}@{settings.PORTAL_ADDRESS.partition('//')[2]}")
    event.add("dtstamp", clock.started_at)
    event.add("dtstart", clock.due_on)
    event.add("dtend", clock.due_on + timedelta(days=1))
    provisional = "（暂定）" if clock.provisional else ""
    event.add("summary", f"{clock.limit.name}届满{provisional}：{name_of(subject)}")
    event.add("url", f"{settings.PORTAL_ADDRESS}{reverse('deadlines:derivation', args=[clock.pk])}")
    return event
