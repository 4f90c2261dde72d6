"""Activities as events of a calendar: one file of one activity, and the deputy's own in his private feed (F70)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from icalendar import Event

from deputies.models import Activity
from deputies.states import TOLD, ActivityState, Answer
from foundation.workdays.clock import now

# Calendar programs keep what they have; a feed need not repeat last year.
KEPT, LONGEST = timedelta(days=60), 200


def my_events(user: Any) -> Iterator[Event]:
    """The activities this person is asked to and has not asked leave from, lately and ahead; one query."""
    rows = Activity.objects.filter(state__in=TOLD, ends_at__gte=now() - KEPT, invitations__deputy__user=user)
    coming = rows.exclude(invitations__deputy__user=user, invitations__answer=Answer.LEAVE)
    for activity in coming.order_by("starts_at", "pk")[:LONGEST]:
        yield event_of(activity)


def event_of(activity: Activity) -> Event:
    """The activity as an event of a calendar; a cancelled one says so."""
    event = Event()
    event.add("uid", f"activity-{activity.pk}@{settings.PORTAL_ADDRESS.partition('//')[2]}")
    event.add("dtstamp", activity.announced_at or activity.starts_at)
    event.add("dtstart", activity.starts_at)
    event.add("dtend", activity.ends_at)
    event.add("summary", activity.title)
    event.add("location", activity.place)
    event.add("description", activity.content)
    event.add("sequence", activity.version)
    event.add("status", "CANCELLED" if activity.state == ActivityState.CANCELLED else "CONFIRMED")
    event.add("url", f"{settings.PORTAL_ADDRESS}{activity.get_absolute_url()}")
    return event
