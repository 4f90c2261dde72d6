from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Objection
from suggestions.rules import may_raise_objection
from suggestions.states import ASSIGNMENT_FLOW
from suggestions.transitions.assign import check_unit
from suggestions.transitions.beats import day_of, move, note, open_assignment
from suggestions.transitions.clocks import start_office, stop


@transaction.atomic
def raise_objection(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    legal_basis: str,
    reason: str,
    proposed_unit: Organisation,
) -> Objection:
    """A unit asks to be relieved (申请调整), naming the law and the right unit; `pk` is its Assignment.

    Refused after the window with the day it closed (F18). The office and the government office hear of it and have
    their own clock; the reply goes on being due.
    """
    assignment = open_assignment(pk, version)
    may_raise_objection(by, assignment, on=day_of(at)).require()
    check_unit(proposed_unit)
    if proposed_unit.pk == assignment.unit_id:
        raise Refused("建议承办单位不能是本单位。", "input", field="proposed_unit")
    if not legal_basis.strip() or not reason.strip():
        raise Refused("请写明职责依据和理由。", "input")
    move(assignment, ASSIGNMENT_FLOW, "raise_objection")
    objection = Objection.objects.create(
        assignment=assignment,
        legal_basis=legal_basis,
        reason=reason,
        proposed_unit=proposed_unit,
        raised_by=by,
        raised_at=at,
    )
    deadlines.meet("objection", assignment, at=at)
    stop(assignment, at=at, reason="已申请调整", kinds=("sign_in",))
    start_office("objection_decision", assignment, assignment.suggestion, on=day_of(at), by=by, at=at)
    summary = f"{assignment.unit}申请改由{proposed_unit}承办：{reason}"
    note("raise_objection", assignment.suggestion, summary, by=by, at=at, objection=objection.pk)
    notices.objection_raised(objection, by=by, at=at)
    return objection
