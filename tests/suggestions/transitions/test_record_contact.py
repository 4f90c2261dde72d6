from datetime import timedelta

import pytest

from suggestions.states import Phase
from suggestions.transitions.record_contact import record_contact

pytestmark = pytest.mark.django_db


def test_a_talk_is_entered_and_the_deputy_asked(road, cast, heard, clocks):
    part = road.part(road.handling())

    contact = record_contact(part, by=cast.feng, at=road.at(), version=part.version, **road.talk())

    assert (contact.confirmed, contact.round.number, contact.phase) == (None, 1, Phase.BEFORE)
    assert set(clocks(part)) == {"reply"}
    assert heard("contact_recorded") == {"lin"}


def test_there_may_be_many(road, cast):
    part = road.part(road.handling())
    for phase in Phase.values:
        record_contact(part, by=cast.chen, at=road.at(), **road.talk(phase=phase))

    assert part.contacts.count() == 3


def test_only_by_the_unit_itself(road, cast, refused):
    part = road.part(road.handling())
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(record_contact, part, by=getattr(cast, who), at=road.at(), code="role", **road.talk())


def test_not_before_signing_and_not_when_closed(road, cast, refused):
    refused(record_contact, road.part(road.assigned()), by=cast.feng, at=road.at(), code="state", **road.talk())
    refused(record_contact, road.part(road.closed()), by=cast.feng, at=road.at(), code="state", **road.talk())


@pytest.mark.parametrize("days", [-1, 1])
def test_neither_tomorrow_nor_before_the_assignment(road, cast, refused, days):
    talk = road.talk(held_on=road.day + timedelta(days=days))

    refused(record_contact, road.part(road.handling()), by=cast.feng, at=road.at(), code="input", **talk)


@pytest.mark.parametrize("gap", ["content", "unit_persons"])
def test_not_without_persons_and_content(road, cast, refused, gap):
    talk = road.talk(**{gap: " "})

    refused(record_contact, road.part(road.handling()), by=cast.feng, at=road.at(), code="input", **talk)
