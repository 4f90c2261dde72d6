from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_ask_withdrawal
from suggestions.transitions.beats import day_of, note, open_suggestion


@transaction.atomic
def ask_withdrawal(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """The lead asks his co-signers whether they agree to withdraw the paper. Each of them hears the reason."""
    suggestion = open_suggestion(pk, version)
    may_ask_withdrawal(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明撤回原因。", "input")
    suggestion.withdrawal_asked_at, suggestion.withdrawal_reason = at, reason
    suggestion.bump("withdrawal_asked_at", "withdrawal_reason")
    note("ask_withdrawal", suggestion, f"提请撤回，征求联名代表意见：{reason}", by=by, at=at)
    notices.withdrawal_asked(suggestion, by=by, at=at)
    return suggestion
