from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Cosigner
from suggestions.rules import may_withdraw_cosign
from suggestions.states import CosignerState
from suggestions.transitions.beats import day_of, note, open_paper


@transaction.atomic
def withdraw_cosign(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str = "") -> Cosigner:
    """A co-signer steps back. Refused once the paper is registered; the lead and the office hear of it."""
    cosigner = open_paper(Cosigner, pk)
    may_withdraw_cosign(by, cosigner, on=day_of(at)).require()
    cosigner.state, cosigner.answered_at, cosigner.reason = CosignerState.LEFT, at, reason
    cosigner.save(update_fields=["state", "answered_at", "reason"])
    note("withdraw_cosign", cosigner.suggestion, f"{cosigner.mandate.deputy}退出联名。", by=by, at=at)
    notices.cosign_left(cosigner, by=by, at=at)
    return cosigner
