"""The days of steps: backwards from the meeting, forwards from the start or an earlier step, by the end of a month."""

from datetime import date
from types import SimpleNamespace

import pytest

from foundation.deadlines.units import Unit
from supervision.rules.days import after, before, due_day
from supervision.states.undertaking import Anchor

pytestmark = pytest.mark.django_db
MEETING = date(2026, 5, 28)


def due(**facts):
    row = SimpleNamespace(anchor=Anchor.NONE, amount=0, unit=Unit.DAY, after="")
    row.__dict__.update(facts)
    return due_day(row, year=2026, started_on=date(2026, 3, 2), meeting_on=MEETING, done={"forward": date(2026, 3, 31)})


def test_backwards_from_the_meeting():
    """Twenty, ten and seven days before 28 May (监督法第十五条), whatever weekday that is."""
    assert [before(MEETING, days, Unit.DAY) for days in (20, 10, 7)] == [
        date(2026, 5, 8),
        date(2026, 5, 18),
        date(2026, 5, 21),
    ]
    assert before(date(2026, 3, 31), 1, Unit.MONTH) == date(2026, 2, 28)
    assert before(date(2026, 5, 11), 1, Unit.WORKDAY) == date(2026, 5, 9)


def test_forwards_and_by_the_month():
    assert after(date(2026, 3, 31), 3, Unit.MONTH) == date(2026, 6, 30)
    assert after(date(2026, 3, 2), 5, Unit.DAY) == date(2026, 3, 9)
    assert due(anchor=Anchor.STEP, after="forward", amount=3, unit=Unit.MONTH) == date(2026, 6, 30)
    assert due(anchor=Anchor.MONTH, amount=2) == date(2026, 2, 28)
    assert due(anchor=Anchor.START, amount=5, unit=Unit.WORKDAY) == date(2026, 3, 9)
    assert due(anchor=Anchor.STEP, after="unknown", amount=3) is None
    assert due() is None
