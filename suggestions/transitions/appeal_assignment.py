from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Appeal, Assignment
from suggestions.rules import may_appeal_assignment
from suggestions.states import UnitRole
from suggestions.transitions.beats import day_of, note, open_suggestion


@transaction.atomic
def appeal_assignment(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    reason: str,
    proposed_unit: Organisation | None = None,
    assignment: Assignment | int | None = None,
) -> Appeal:
    """The deputy objects to the choice of a unit (SH15 14), the lead unit unless he names another. The office hears."""
    suggestion = open_suggestion(pk, version)
    may_appeal_assignment(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明理由。", "input")
    parts = suggestion.answering_assignments().order_by("pk")
    wanted = parts.filter(pk=getattr(assignment, "pk", assignment)) if assignment else parts
    against = wanted.filter(role=UnitRole.LEAD).first() or wanted.first()
    if against is None:
        raise Refused("请选择对哪个承办单位有异议。", "input")
    appeal = Appeal.objects.create(
        suggestion=suggestion,
        assignment=against,
        reason=reason,
        proposed_unit=proposed_unit,
        raised_by=by,
        raised_at=at,
    )
    note("appeal_assignment", suggestion, f"代表对交办{against.unit}提出异议：{reason}", by=by, at=at, appeal=appeal.pk)
    notices.appeal_raised(appeal, by=by, at=at)
    return appeal
