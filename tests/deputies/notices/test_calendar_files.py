"""The mail that asks to an activity carries its calendar file; a changed or cancelled one puts the calendar right."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.change_activity import change_activity
from foundation.notices.relay import relay_due
from tests.deputies.gatherings import BEFORE, ENDS, STARTS, asked

MONDAY = BEFORE + timedelta(days=7)


@pytest.fixture
def mail(cast, register, mailoutbox) -> Any:
    """Sends what is due; answers the calendar event that came to lin, by the words of the mail's subject."""
    activity = asked(cast, register)["lin"].activity

    def fetch(words: str) -> Event:
        relay_due(MONDAY)
        letter = next(letter for letter in mailoutbox if words in letter.subject and letter.to == ["lin@example.cn"])
        ((name, content, mimetype),) = letter.attachments
        assert (name, mimetype) == (f"activity-{activity.pk}.ics", "text/calendar")
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        return event

    fetch.activity = activity
    return fetch


def test_the_invitation_can_be_put_into_the_calendar(mail):
    event = mail("请参加视察")
    assert (event["summary"], event["location"]) == ("视察青石河治理工程", "青石河一号闸")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (STARTS, ENDS)
    assert str(mail.activity.pk) in event["uid"]


def test_a_change_and_a_cancellation_put_the_same_entry_right(cast, mail):
    first = mail("请参加视察")
    later = {"starts_at": STARTS + timedelta(hours=1), "ends_at": ENDS, "place": "青石河二号闸"}
    facts = {"title": "视察青石河治理工程", "content": "", **later}
    change_activity(mail.activity, by=cast.he, at=MONDAY, **facts)
    moved = mail("活动安排有调整")
    assert (moved["uid"], moved["location"]) == (first["uid"], "青石河二号闸")
    assert moved["sequence"] > first["sequence"]
    cancel_activity(mail.activity, by=cast.he, at=MONDAY, reason="汛期检查。")
    gone = mail("活动取消")
    assert (gone["uid"], gone["status"]) == (first["uid"], "CANCELLED")
    assert gone["sequence"] > moved["sequence"]
