"""A new unit takes over; what the law counts from stays beside the new day."""

from datetime import date, datetime
from typing import Any

from foundation.accounts.models import Organisation
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Switch, SwitchKey
from suggestions.states import ASSIGNMENT_FLOW, AssignmentState
from suggestions.transitions.assign import check_unit, through_of
from suggestions.transitions.beats import chinese_day, day_of, move, note
from suggestions.transitions.clocks import start_for_unit, stop
from suggestions.transitions.following import twins


def hand_over(old: Assignment, unit: Organisation, verb: str, *, by: Any, at: datetime) -> tuple[Assignment, date]:
    """Releases `old` by `verb` and assigns its part to `unit`; answers the new part and the day it is due.

    The reply is due from the first T0, or from the new day where the local rule says so. Refused when the unit has a
    part of this suggestion already.
    """
    _check(old, unit)
    old.released_at = at
    move(old, ASSIGNMENT_FLOW, verb, "released_at", to=AssignmentState.RELEASED)
    stop(old, at=at, reason="已改派")
    pending = old.objections.filter(accepted__isnull=True)
    pending.update(accepted=True, decided_at=at, decided_by=by, decision_note="因代表对交办的异议已改派。")
    new = _successor(old, unit, by=by, at=at)
    keeps = Switch.objects.is_on(SwitchKey.REASSIGN_KEEPS_T0, day_of(at))
    reply_from = new.first_assigned_on if keeps else new.assigned_on
    return new, start_for_unit(new, reply_from=reply_from, by=by, at=at)


def follow_over(old: Assignment, unit: Organisation, reason: str, *, by: Any, at: datetime) -> None:
    """The merged papers change hands with their main one; their proposers hear of it."""
    for twin in twins(old):
        new, due = hand_over(twin, unit, "reassign", by=by, at=at)
        days = f"首次交办{chinese_day(new.first_assigned_on)}，本次交办{chinese_day(new.assigned_on)}"
        words = f"随主件由{twin.unit}改派{unit}（{days}）。{reason}"
        note("reassign", new.suggestion, words, by=by, at=at, assignment=new.pk)
        notices.reassigned_along(twin, new, due, by=by, at=at)


def _check(old: Assignment, unit: Organisation) -> None:
    check_unit(unit)
    if old.suggestion.assignments.exclude(state=AssignmentState.RELEASED).filter(unit=unit).exists():
        raise Refused(f"{unit}已是这件建议的承办单位，请另选。", "input", field="unit")


def _successor(old: Assignment, unit: Organisation, *, by: Any, at: datetime) -> Assignment:
    return Assignment.objects.create(
        suggestion=old.suggestion,
        unit=unit,
        role=old.role,
        through=through_of(old.suggestion, unit),
        first_assigned_on=old.first_assigned_on,
        assigned_on=day_of(at),
        assigned_at=at,
        assigned_by=by,
        replaces=old,
    )
