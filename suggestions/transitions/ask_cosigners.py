from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.audit.models import Visibility
from foundation.deadlines.derivation import derive
from foundation.deadlines.models import TimeLimit
from foundation.deadlines.schedule import rule_of
from foundation.workdays.calendar import current_calendar
from suggestions import notices
from suggestions.models import Cosigner, CosignerWord, Suggestion
from suggestions.rules import may_ask_cosigners
from suggestions.transitions.beats import day_of, note, open_suggestion

CLOCK = "cosigner_word"


@transaction.atomic
def ask_cosigners(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> list[CosignerWord]:
    """The lead asks those who signed along what they think of the replies, before he rates (SD17 23, CQ17 26).

    Each of them hears and has a clock that ends, where it can, before the rating's own, which is not lengthened.
    """
    suggestion = open_suggestion(pk, version)
    may_ask_cosigners(by, suggestion, on=day_of(at)).require()
    days = _days(suggestion, day_of(at))
    asked = suggestion.cosigners_to_ask(day_of(at)).order_by("pk")
    words = [_ask(suggestion, row, days, by=by, at=at) for row in asked]
    suggestion.bump()
    note("ask_cosigners", suggestion, f"征求{len(words)}名联名代表意见。", by=by, at=at, visibility=Visibility.OFFICE)
    for word in words:
        notices.word_asked(word, by=by, at=at)
    return words


def _ask(suggestion: Suggestion, cosigner: Cosigner, days: int | None, *, by: Any, at: datetime) -> CosignerWord:
    turn = suggestion.current_round()
    word = CosignerWord(suggestion=suggestion, round=turn, cosigner=cosigner, asked_at=at, due_on=day_of(at))
    word.save()
    person = cosigner.mandate.deputy.user_id
    word.due_on = deadlines.start(CLOCK, word, on=day_of(at), user=person, amount=days, by=by, at=at).due_on
    word.save(update_fields=["due_on"])
    return word


def _days(suggestion: Suggestion, on: date) -> int | None:
    """How much of the limit fits in before the last day of the rating: None for all of it, at least one."""
    limit, last = TimeLimit.objects.on(CLOCK, on), suggestion.rating_due_on()
    lengths = range(limit.amount, 1, -1)
    fits = (n for n in lengths if last is None or derive(current_calendar(), rule_of(limit, n), on).due < last)
    days = next(fits, 1)
    return None if days == limit.amount else days
