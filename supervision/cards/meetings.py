"""The meetings that hear a supervision, in the private feed of whoever has a part in it (F70)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from icalendar import Event

from foundation.workdays.clock import today
from supervision.models import Undertaking

# Calendar programs keep what they have; a feed need not repeat last year.
KEPT, LONGEST = timedelta(days=60), 200


def my_meetings(user: Any) -> Iterator[Event]:
    """One all-day event for each supervision this person may open that is on its way and has its day; one query for
    the rows and one for what they name. Whoever must not know yet finds nothing."""
    first = today() - KEPT
    rows = Undertaking.objects.running().visible_to(user).held_between(first, first + timedelta(days=800))
    for row in rows.select_related("meeting", "kind").order_by("meeting_on", "pk")[:LONGEST]:
        if day := row.day_of_meeting:
            yield _event(row, day)


def _event(row: Undertaking, day: Any) -> Event:
    event = Event()
    event.add("uid", f"undertaking-{row.pk}@{settings.PORTAL_ADDRESS.partition('//')[2]}")
    event.add("dtstamp", row.created_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    # Another day puts right what the calendar already holds: same uid, higher sequence.
    event.add("sequence", row.version)
    event.add("summary", f"{row.get_level_display()}听取：{row}")
    event.add("url", f"{settings.PORTAL_ADDRESS}{row.get_absolute_url()}")
    return event
