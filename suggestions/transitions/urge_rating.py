from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_urge_rating
from suggestions.transitions.beats import day_of, note, open_suggestion


@transaction.atomic
def urge_rating(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Suggestion:
    """The office asks a silent deputy once more, by telephone for those without an account; it counts as one asking."""
    suggestion = open_suggestion(pk, version)
    may_urge_rating(by, suggestion, on=day_of(at)).require()
    turn = suggestion.current_round()
    turn.times_urged += 1
    turn.save(update_fields=["times_urged"])
    note("urge_rating", suggestion, f"催请代表评价（第{turn.times_urged}次）。", by=by, at=at)
    notices.rating_urged(suggestion, by=by, at=at)
    return suggestion
