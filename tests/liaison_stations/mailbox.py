"""Letters for tests: posted the cheapest way, in whichever state a test begins."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pgtrigger
from django.utils import timezone

from foundation import deadlines
from liaison_stations.models import Letter
from liaison_stations.states import LetterState
from liaison_stations.states.letter import ANSWERED
from liaison_stations.transitions.post_letter import Writer, post_letter

# A Monday in the cast's calendar.
WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.get_default_timezone())
WRITER = Writer(name="秦晓月", phone="13912345678", email="qin@example.cn", address="桥头村12号")
WORDS = {"kind": "opinion", "title": "桥头路灯不亮", "text": "桥头村口三盏路灯坏了半个月，夜里走路不安全。"}
_number = count(1)


def post(at: datetime = WHEN, token: str = "", **changes: Any) -> tuple[Letter, str]:
    """A letter and its query code; to whom it goes the caller says."""
    return post_letter(token=token or f"form-{next(_number)}", at=at, **{"writer": WRITER, **WORDS, **changes})


def posted(**changes: Any) -> Letter:
    """The letter alone."""
    return post(**changes)[0]


def answered(at: datetime = WHEN + timedelta(days=2), **changes: Any) -> Letter:
    """A letter whose writer has his answer, put there without the office's steps."""
    return placed(LetterState.ANSWERED, answered_at=at, **changes)


def placed(state: str, answered_at: datetime | None = None, **changes: Any) -> Letter:
    """A letter in `state`, put there past the flow."""
    return put(posted(**changes), state, answered_at or WHEN)


def put(letter: Letter, state: str, answered_at: datetime | None = None) -> Letter:
    """Puts a letter into `state` without the steps that lead there, its clocks closed."""
    answered = (answered_at or timezone.now()) if state in ANSWERED else None
    deadlines.meet("letter_screening", letter, at=answered_at or timezone.now())
    with pgtrigger.ignore("liaison_stations.Letter:letter_state_flow"):
        Letter.objects.filter(pk=letter.pk).update(state=state, answered_at=answered)
    return Letter.objects.get(pk=letter.pk)
