from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Mediation, Suggestion
from suggestions.rules import may_resolve_mediation
from suggestions.states import CommitmentState, Ending, Resolution
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.close import finish
from suggestions.transitions.rehandle import rehandle
from suggestions.transitions.track import track

FIELDS = ["held_on", "participants", "record", "resolution", "resolved_at", "resolved_by"]


@transaction.atomic
def resolve_mediation(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    held_on: date,
    participants: str,
    record: str,
    resolution: str,
) -> Mediation:
    """The office writes down what came of a mediation: another round, tracking of a promise, or the end; `pk` the case.

    Refused without a record, and tracking without an open promise. Deputy, co-signers and units hear the result.
    """
    suggestion = open_suggestion(pk, version)
    may_resolve_mediation(by, suggestion, on=day_of(at)).require()
    _check(suggestion, held_on, record, resolution, at)
    mediation = suggestion.mediations.get(resolved_at__isnull=True)
    mediation.held_on, mediation.participants, mediation.record = held_on, participants, record
    mediation.resolution, mediation.resolved_at, mediation.resolved_by = resolution, at, by
    mediation.save(update_fields=FIELDS)
    mediation.suggestion = suggestion
    deadlines.meet("mediation", suggestion, at=at)
    summary = f"协调结果：{mediation.get_resolution_display()}。{record}"
    note("resolve_mediation", suggestion, summary, by=by, at=at, mediation=mediation.pk)
    notices.mediation_resolved(mediation, by=by, at=at)
    _follow(mediation, by=by, at=at)
    return mediation


def _follow(mediation: Mediation, *, by: Any, at: datetime) -> None:
    suggestion = mediation.suggestion
    if mediation.resolution == Resolution.REHANDLE:
        rehandle(suggestion, f"经协调重新办理：{mediation.record}", by=by, at=at)
    elif mediation.resolution == Resolution.TRACK:
        track(suggestion, by=by, at=at)
    else:
        finish(suggestion, Ending.MEDIATED, by=by, at=at)


def _check(suggestion: Suggestion, held_on: date, record: str, resolution: str, at: datetime) -> None:
    if resolution not in Resolution.values or not record.strip():
        raise Refused("请填写协调记录和结果。", "input")
    if held_on > day_of(at):
        raise Refused("协调日期不能晚于今天。", "input", field="held_on")
    promised = suggestion.commitments.filter(state=CommitmentState.OPEN).exists()
    if resolution == Resolution.TRACK and not promised:
        raise Refused("没有待兑现的承诺事项，不能转入承诺跟踪。", "input", field="resolution")
