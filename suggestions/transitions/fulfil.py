from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Commitment
from suggestions.rules import may_fulfil
from suggestions.states import CommitmentState
from suggestions.transitions.beats import day_of, note, open_unit_paper


@transaction.atomic
def fulfil(pk: Any, *, by: Any, at: datetime, version: int | None = None, evidence: str) -> Commitment:
    """A unit reports that it has kept a promise, with evidence; `pk` is the Commitment. Office and deputy hear."""
    commitment = open_unit_paper(Commitment, pk)
    may_fulfil(by, commitment, on=day_of(at)).require()
    if not evidence.strip():
        raise Refused("请写明兑现情况。", "input")
    commitment.state, commitment.evidence = CommitmentState.REPORTED, evidence
    commitment.reported_at, commitment.reported_by = at, by
    commitment.save(update_fields=["state", "evidence", "reported_at", "reported_by"])
    for kind in ("commitment", "promise_progress"):
        deadlines.meet(kind, commitment, at=at)
    summary = f"{commitment.assignment.unit}报告承诺兑现：{evidence}"
    note("fulfil", commitment.suggestion, summary, by=by, at=at, commitment=commitment.pk)
    notices.fulfilment_reported(commitment, by=by, at=at)
    return commitment
