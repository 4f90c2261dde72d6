"""Meetings of the council of chairpersons for tests."""

from datetime import date
from typing import Any

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from suggestions.models import KeySupervision, Suggestion
from suggestions.transitions.choose_key import choose_key
from tests.deputies_cast import Register
from tests.suggestions.road import Road


def council(register: Register, day: date, number: int = 10) -> Meeting:
    """The council that met on `day`."""
    kind = MeetingKind.COUNCIL
    return Meeting.objects.create(term=register.term, kind=kind, number=number, opens_on=day, closes_on=day)


def key_item(
    road: Road, paper: Suggestion | None = None, meeting: Meeting | None = None, **facts: Any
) -> KeySupervision:
    """A suggestion with transport, chosen today: Qian in the lead, the committee for building supervises."""
    chosen = {"leader": road.cast.qian, "government_leader": "副区长 王立", "committee": road.cast.urban_committee}
    meeting = meeting or council(road.seats, road.day)
    return choose_key(paper or road.assigned(), by=road.cast.he, at=road.at(), meeting=meeting, **{**chosen, **facts})
