from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Mediation, Suggestion
from suggestions.rules import may_mediate
from suggestions.states import SUGGESTION_FLOW
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import OPINION_CLOCKS, start_office, stop

HALTED = ("re_reply", *OPINION_CLOCKS)


@transaction.atomic
def mediate(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Mediation:
    """The office takes a case that is handled anew to mediation; the units' clocks stop meanwhile."""
    suggestion = open_suggestion(pk, version)
    may_mediate(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明提请协调的原因。", "input")
    for part in suggestion.assignments.all():
        stop(part, at=at, reason="进入协调评估", kinds=HALTED)
    return open_mediation(suggestion, reason, by=by, at=at)


def open_mediation(suggestion: Suggestion, because: str, *, by: Any, at: datetime) -> Mediation:
    """Meeting of both sides or expert evaluation, within its own period. Office, units, deputy and committee hear.

    `by` is None when it follows from a rating.
    """
    move(suggestion, SUGGESTION_FLOW, "mediate")
    mediation = Mediation.objects.create(
        suggestion=suggestion, round=suggestion.current_round(), because=because, opened_at=at, opened_by=by
    )
    start_office("mediation", suggestion, suggestion, on=day_of(at), by=by, at=at)
    note("mediate", suggestion, f"进入协调评估。{because}", by=by, at=at, mediation=mediation.pk)
    notices.mediation_opened(mediation, by=by, at=at)
    return mediation
