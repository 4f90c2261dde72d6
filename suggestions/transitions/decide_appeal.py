from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Appeal
from suggestions.rules import may_decide_appeal
from suggestions.transitions.beats import day_of, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.following import leave
from suggestions.transitions.merge import tell_of_parting
from suggestions.transitions.reassign import follow_over, hand_over

PARTING = "代表对交办的异议成立，由其他单位承办。"


@transaction.atomic
def decide_appeal(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    accept: bool,
    unit: Organisation | None = None,
    note: str,
) -> Appeal:
    """The office decides a deputy's objection to the assignment; `pk` is the Appeal. Accepting needs the new unit.

    Refused once the unit has a reply under way. A merged paper leaves its main one, which keeps its unit. The deputy
    hears the reason, both units hear of a change.
    """
    appeal = open_unit_paper(Appeal, pk)
    may_decide_appeal(by, appeal, on=day_of(at)).require()
    if not note.strip() or (accept and unit is None):
        raise Refused("请写明决定理由；同意的，请选择新的承办单位。", "input")
    appeal.accepted, appeal.decided_at, appeal.decided_by, appeal.decision_note = accept, at, by, note
    appeal.save(update_fields=["accepted", "decided_at", "decided_by", "decision_note"])
    if accept and appeal.suggestion.follows:
        tell_of_parting(leave(appeal.suggestion, PARTING, by=by, at=at), PARTING, by=by, at=at)
    if accept and unit:
        new, due = hand_over(appeal.assignment, unit, "reassign", by=by, at=at)
        notices.reassigned(appeal.assignment, new, note, due, by=by, at=at)
        follow_over(appeal.assignment, unit, note, by=by, at=at)
    word = f"代表异议成立，改派{unit}" if accept else "代表异议不成立"
    write("decide_appeal", appeal.suggestion, f"{word}。{note}", by=by, at=at, appeal=appeal.pk)
    notices.appeal_decided(appeal, by=by, at=at)
    return appeal
