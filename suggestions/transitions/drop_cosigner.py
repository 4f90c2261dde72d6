from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Cosigner
from suggestions.rules import may_drop_cosigner
from suggestions.states import CosignerState
from suggestions.transitions.beats import day_of, note, open_paper


@transaction.atomic
def drop_cosigner(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Cosigner:
    """The lead takes somebody off his list, usually one who has not answered. The person hears of it."""
    cosigner = open_paper(Cosigner, pk)
    may_drop_cosigner(by, cosigner, on=day_of(at)).require()
    cosigner.state = CosignerState.DROPPED
    cosigner.save(update_fields=["state"])
    note("drop_cosigner", cosigner.suggestion, f"将{cosigner.mandate.deputy}移出联名名单。", by=by, at=at)
    notices.cosign_dropped(cosigner, by=by, at=at)
    return cosigner
