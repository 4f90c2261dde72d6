"""The writer says nothing to his answer: after the local time the letter is closed; he may still ask to go on."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.deadlines.derivation import derive
from foundation.deadlines.models import TimeLimit
from foundation.deadlines.schedule import rule_of
from foundation.workdays.calendar import current_calendar
from foundation.workflow import lock
from liaison_stations.models import Letter
from liaison_stations.states.letter import LETTER_FLOW, EventKind, LetterState
from liaison_stations.transitions._letter import day_of, move, note, say

LIMIT = "letter_silent"
BATCH = 500
WORDS = "您没有评价，已办结。没有解决的，仍可以在期限内申请继续办理。"


@transaction.atomic
def close_silent(pk: Any, *, at: datetime) -> Letter:
    """Closed without a rating: counted as "not stated"."""
    letter = lock(Letter, pk)
    LETTER_FLOW.verdict("close_silent", letter.state).require()
    letter.closed_at = at
    move(letter, "close_silent", "closed_at")
    say(letter, EventKind.CLOSED, WORDS, by=None, at=at, speaker="系统")
    note("close_silent", letter, "来信人未评价，办结。", by=None, at=at)
    return letter


def close_all_silent(*, at: datetime) -> int:
    """Every letter whose time to be rated is over on the day of `at`; answers how many."""
    on, done = day_of(at), 0
    rule = rule_of(TimeLimit.objects.on(LIMIT, on))
    rows = Letter.objects.filter(state=LetterState.ANSWERED, answered_at__isnull=False)
    for pk, answered in rows.order_by("answered_at").values_list("pk", "answered_at")[:BATCH]:
        if derive(current_calendar(), rule, day_of(answered)).due >= on:
            break
        close_silent(pk, at=at)
        done += 1
    return done
