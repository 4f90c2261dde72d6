"""A reception day as an event of a calendar (RFC 5545): in a deputy's mails and feed, and for the public."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from icalendar import Calendar, Event

from foundation.notices.models import Notice
from foundation.notices.registry import Attachment, register_enclosure
from foundation.workdays.clock import now
from liaison_stations.models import ReceptionSlot, SlotTurn
from liaison_stations.states.rota import SlotState

MIMETYPE = "text/calendar"
# A changed or cancelled day puts right what the calendar already holds: same uid, higher sequence.
WITH_FILE = ("turns_arranged", "turn_ahead", "slot_cancelled")
# Calendar programs keep what they have; a feed need not repeat last year.
KEPT, LONGEST = timedelta(days=60), 200


def event_of(slot: ReceptionSlot, path: str) -> Event:
    """The reception day as an event; `path` is where its reader looks for more. One called off says so."""
    event = Event()
    event.add("uid", f"reception-{slot.pk}@{settings.PORTAL_ADDRESS.partition('//')[2]}")
    event.add("dtstamp", slot.arranged_at)
    event.add("dtstart", slot.starts_at)
    event.add("dtend", slot.ends_at)
    event.add("summary", f"{slot.station.name}代表接待日")
    event.add("location", slot.place)
    event.add("description", f"值班代表：{slot.names}")
    event.add("sequence", slot.version)
    event.add("status", "CANCELLED" if slot.state == SlotState.CANCELLED else "CONFIRMED")
    event.add("url", f"{settings.PORTAL_ADDRESS}{path}")
    return event


def calendar_of(events: Iterable[Event], name: str) -> bytes:
    """A calendar file with these events."""
    calendar = Calendar()
    calendar.add("prodid", "-//people's congress portal//reception days//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def my_turns(user: Any) -> Iterator[Event]:
    """The days this person sits at a station, lately and ahead; for his private feed."""
    turns = SlotTurn.objects.of_user(user).standing().filter(slot__ends_at__gte=now() - KEPT)
    slots = ReceptionSlot.objects.filter(turns__in=turns).with_people().distinct().order_by("starts_at", "pk")
    for slot in slots[:LONGEST]:
        yield event_of(slot, slot.get_absolute_url())


def register_enclosures() -> None:
    """Called once by registration."""
    for event in WITH_FILE:
        register_enclosure(f"liaison_stations.{event}", _enclose)


def _enclose(notice: Notice) -> Sequence[Attachment]:
    """Every day of the deputy that the message is about: all that were arranged at once, or the one."""
    slot = notice.subject
    if not isinstance(slot, ReceptionSlot):
        return []
    mine = ReceptionSlot.objects.filter(
        station=slot.station, arranged_at=slot.arranged_at, turns__deputy__user=notice.recipient
    )
    slots = mine.with_people().distinct() if notice.kind.endswith("turns_arranged") else [slot]
    events = [event_of(found, found.get_absolute_url()) for found in slots]
    return [Attachment(f"reception-{slot.pk}.ics", calendar_of(events, "代表接待日"), MIMETYPE)] if events else []
