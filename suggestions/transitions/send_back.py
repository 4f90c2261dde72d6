from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_send_back
from suggestions.states import SUGGESTION_FLOW
from suggestions.transitions.beats import day_of, move, note, open_suggestion


@transaction.atomic
def send_back(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """The office asks for changes and says which. Lead and co-signers hear of it; the screening clock stops."""
    suggestion = open_suggestion(pk, version)
    may_send_back(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明退回理由。", "input")
    suggestion.review_note = reason
    move(suggestion, SUGGESTION_FLOW, "send_back", "review_note")
    deadlines.meet("screening", suggestion, at=at)
    note("send_back", suggestion, f"退回修改：{reason}", by=by, at=at)
    notices.sent_back(suggestion, by=by, at=at)
    return suggestion
