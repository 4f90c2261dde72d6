from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Cosigner
from suggestions.rules import may_agree_withdrawal
from suggestions.transitions.beats import day_of, note, open_paper


@transaction.atomic
def agree_withdrawal(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, agree: bool = True, words: str = ""
) -> Cosigner:
    """A co-signer agrees that the paper be withdrawn, or does not; `pk` is the Cosigner. The lead hears of it.

    One who does not agree ends the asking: the paper goes on, all who signed hear why, and the lead may ask again.
    """
    cosigner = open_paper(Cosigner, pk)
    may_agree_withdrawal(by, cosigner, on=day_of(at)).require()
    if not agree:
        return _decline(cosigner, words, by=by, at=at)
    cosigner.agreed_to_withdraw_at = at
    cosigner.save(update_fields=["agreed_to_withdraw_at"])
    note("agree_withdrawal", cosigner.suggestion, f"{cosigner.mandate.deputy}同意撤回。", by=by, at=at)
    notices.withdrawal_agreed(cosigner, by=by, at=at)
    return cosigner


def _decline(cosigner: Cosigner, words: str, *, by: Any, at: datetime) -> Cosigner:
    if not words.strip():
        raise Refused("不同意撤回的，请写明理由。", "input", field="words")
    suggestion = cosigner.suggestion
    suggestion.withdrawal_asked_at, suggestion.withdrawal_reason = None, ""
    suggestion.bump("withdrawal_asked_at", "withdrawal_reason")
    suggestion.cosigners.update(agreed_to_withdraw_at=None)
    cosigner.agreed_to_withdraw_at = None
    note("decline_withdrawal", suggestion, f"{cosigner.mandate.deputy}不同意撤回。{words}", by=by, at=at)
    notices.withdrawal_declined(cosigner, words, by=by, at=at)
    return cosigner
