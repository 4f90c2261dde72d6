from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, ContactRecord
from suggestions.rules import may_record_contact
from suggestions.transitions.beats import chinese_day, day_of, note, open_assignment


@transaction.atomic
def record_contact(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    held_on: date,
    content: str,
    unit_persons: str,
    **words: str,
) -> ContactRecord:
    """A unit enters a talk with the deputy; `pk` is its Assignment, `words` are phase, method, rank, place, opinion.

    Refused for days to come or before the assignment. The lead deputy is asked whether it is true; the clock of the
    first contact stops.
    """
    assignment = open_assignment(pk, version)
    may_record_contact(by, assignment, on=day_of(at)).require()
    _check(assignment, held_on, day_of(at), content, unit_persons)
    contact = ContactRecord.objects.create(
        assignment=assignment,
        round=assignment.suggestion.current_round(),
        held_on=held_on,
        content=content,
        unit_persons=unit_persons,
        recorded_by=by,
        recorded_at=at,
        **words,
    )
    deadlines.meet("first_contact", assignment, at=at)
    summary = f"{assignment.unit}于{chinese_day(held_on)}以{contact.get_method_display()}方式联系代表。"
    note("record_contact", assignment.suggestion, summary, by=by, at=at, contact=contact.pk)
    notices.contact_recorded(contact, by=by, at=at)
    return contact


def _check(assignment: Assignment, held_on: date, today: date, content: str, persons: str) -> None:
    if held_on > today:
        raise Refused("联系日期不能晚于今天。", "input", field="held_on")
    if held_on < assignment.first_assigned_on:
        raise Refused("联系日期不能早于交办日期。", "input", field="held_on")
    if not content.strip() or not persons.strip():
        raise Refused("请写明参加人员和沟通内容。", "input")
