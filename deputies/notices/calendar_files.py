"""An activity as an event of a calendar (RFC 5545): the file on its page, in its mails, and in private feeds (F70)."""

from collections.abc import Sequence

from django.conf import settings
from icalendar import Calendar, Event

from deputies.models import Activity
from deputies.notices.matrix import MATRIX
from deputies.states import ActivityState
from foundation.notices.models import Notice
from foundation.notices.registry import Attachment, register_enclosure

MIMETYPE = "text/calendar"
# A changed or cancelled activity puts right what the calendar already holds: same uid, higher sequence.
WITH_FILE = ("invited", "moved", "cancelled")


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


def calendar_of(activity: Activity) -> Attachment:
    """The activity alone as a calendar file."""
    calendar = Calendar()
    calendar.add("prodid", "-//people's congress portal//activities//ZH")
    calendar.add("version", "2.0")
    calendar.add_component(event_of(activity))
    return Attachment(f"activity-{activity.pk}.ics", calendar.to_ical(), MIMETYPE)


def register_enclosures() -> None:
    """Called once by registration.py."""
    for event in WITH_FILE:
        register_enclosure(MATRIX[event].kind, _enclose)


def _enclose(notice: Notice) -> Sequence[Attachment]:
    activity = notice.subject
    return [calendar_of(activity)] if isinstance(activity, Activity) else []
