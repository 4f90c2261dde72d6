from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from suggestions import notices
from suggestions.models import Assignment
from suggestions.rules import may_acknowledge
from suggestions.states import ASSIGNMENT_FLOW, SUGGESTION_FLOW, SuggestionState
from suggestions.transitions.beats import day_of, move, note, open_assignment
from suggestions.transitions.clocks import stop
from suggestions.transitions.following import twins

FIELDS = ("acknowledged_at", "acknowledged_by", "person_in_charge", "contact_phone")


@transaction.atomic
def acknowledge(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, person_in_charge: str = "", contact_phone: str = ""
) -> Assignment:
    """A unit signs for its part (签收); with the first one the suggestion is being handled.

    The window for asking to be relieved closes with it. The lead deputy and the office hear who is in charge.
    """
    assignment = open_assignment(pk, version)
    may_acknowledge(by, assignment, on=day_of(at)).require()
    sign_for(assignment, person_in_charge, contact_phone, by=by, at=at)
    for twin in twins(assignment):
        sign_for(twin, person_in_charge, contact_phone, by=by, at=at)
    return assignment


def sign_for(assignment: Assignment, person_in_charge: str, contact_phone: str, *, by: Any, at: datetime) -> None:
    """Writes the signature; a merged paper is signed for with its main one."""
    assignment.acknowledged_at, assignment.acknowledged_by = at, by
    assignment.person_in_charge, assignment.contact_phone = person_in_charge, contact_phone
    move(assignment, ASSIGNMENT_FLOW, "acknowledge", *FIELDS)
    if assignment.suggestion.state == SuggestionState.ASSIGNED:
        move(assignment.suggestion, SUGGESTION_FLOW, "acknowledge")
    deadlines.meet("sign_in", assignment, at=at)
    stop(assignment, at=at, reason="已签收", kinds=("objection",))
    note("acknowledge", assignment.suggestion, f"{assignment.unit}签收。", by=by, at=at, assignment=assignment.pk)
    notices.acknowledged(assignment, by=by, at=at)
