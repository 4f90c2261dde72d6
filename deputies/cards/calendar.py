"""A deputy's own activities in his private feed (F70)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from icalendar import Event

from deputies.models import Activity
from deputies.notices.calendar_files import event_of
from deputies.states import TOLD, Answer
from foundation.workdays.clock import now

# Calendar programs keep what they have; a feed need not repeat last year.
KEPT, LONGEST = timedelta(days=60), 200


def my_events(user: Any) -> Iterator[Event]:
    """The activities this person is asked to and has not asked leave from, lately and ahead; one query."""
    rows = Activity.objects.filter(state__in=TOLD, ends_at__gte=now() - KEPT, invitations__deputy__user=user)
    coming = rows.exclude(invitations__deputy__user=user, invitations__answer=Answer.LEAVE)
    for activity in coming.order_by("starts_at", "pk")[:LONGEST]:
        yield event_of(activity)
