from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Objection
from suggestions.rules import may_decide_objection
from suggestions.rules.relations import is_office
from suggestions.states import ASSIGNMENT_FLOW, AssignmentState
from suggestions.transitions.beats import chinese_day, day_of, move, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.clocks import start_part
from suggestions.transitions.reassign import follow_over, hand_over


@transaction.atomic
def decide_objection(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    accept: bool,
    unit: Organisation | None = None,
    note: str,
) -> Objection:
    """The office answers a unit's objection: another unit takes over, or the same one goes on; `pk` is the Objection.

    Accepting needs the new `unit`; the government office may only choose among bodies under the government. Old and
    new unit and the proposers hear of a change, the unit alone of a refusal.
    """
    objection = open_unit_paper(Objection, pk)
    may_decide_objection(by, objection, on=day_of(at)).require()
    _check(objection, by, accept, unit, note, at)
    objection.accepted, objection.decided_at, objection.decided_by, objection.decision_note = accept, at, by, note
    objection.save(update_fields=["accepted", "decided_at", "decided_by", "decision_note"])
    deadlines.meet("objection_decision", objection.assignment, at=at)
    if accept and unit:
        _hand_over(objection, unit, by=by, at=at)
    else:
        _keep(objection, by=by, at=at)
    return objection


def _hand_over(objection: Objection, unit: Organisation, *, by: Any, at: datetime) -> None:
    old = objection.assignment
    new, due = hand_over(old, unit, "decide_objection", by=by, at=at)
    days = f"首次交办{chinese_day(new.first_assigned_on)}，本次交办{chinese_day(new.assigned_on)}"
    summary = f"同意调整，由{old.unit}改派{unit}（{days}）。{objection.decision_note}"
    write("decide_objection", old.suggestion, summary, by=by, at=at, objection=objection.pk, assignment=new.pk)
    notices.reassigned(old, new, objection.decision_note, due, by=by, at=at)
    follow_over(old, unit, objection.decision_note, by=by, at=at)


def _keep(objection: Objection, *, by: Any, at: datetime) -> None:
    part = objection.assignment
    move(part, ASSIGNMENT_FLOW, "decide_objection", to=AssignmentState.ASSIGNED)
    start_part("sign_in", part, on=day_of(at), by=by, at=at)
    summary = f"不同意{part.unit}的调整申请：{objection.decision_note}"
    write("decide_objection", part.suggestion, summary, by=by, at=at, objection=objection.pk)
    notices.objection_refused(objection, by=by, at=at)


def _check(objection: Objection, by: Any, accept: bool, unit: Organisation | None, note: str, at: datetime) -> None:
    if not note.strip():
        raise Refused("请写明决定理由。", "input")
    if accept and unit is None:
        raise Refused("同意调整的，请选择新的承办单位。", "input", field="unit")
    if accept and unit and not unit.under_government and not is_office(by, objection.assignment.suggestion, day_of(at)):
        raise Refused("政府办公室只能在政府部门之间调整，其他单位请由代表工作机构决定。", "input", field="unit")
