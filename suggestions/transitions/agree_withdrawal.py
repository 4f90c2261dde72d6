from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Cosigner
from suggestions.rules import may_agree_withdrawal
from suggestions.transitions.beats import day_of, note, open_paper


@transaction.atomic
def agree_withdrawal(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Cosigner:
    """A co-signer agrees that the paper be withdrawn; `pk` is the Cosigner. The lead hears of it."""
    cosigner = open_paper(Cosigner, pk)
    may_agree_withdrawal(by, cosigner, on=day_of(at)).require()
    cosigner.agreed_to_withdraw_at = at
    cosigner.save(update_fields=["agreed_to_withdraw_at"])
    note("agree_withdrawal", cosigner.suggestion, f"{cosigner.mandate.deputy}同意撤回。", by=by, at=at)
    notices.withdrawal_agreed(cosigner, by=by, at=at)
    return cosigner
