"""A member of the standing committee met his deputy; later he says what became of what was raised."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import ContactVisit, MemberContact
from deputies.notices import contact as notices
from deputies.rules.contact import may_note_outcome, may_record_visit
from deputies.states.contact import ContactWay
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock


@transaction.atomic
def record_visit(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    on: date,
    way: str,
    words: str,
    raised: str = "",
) -> ContactVisit:
    """Writes one visit down. The deputy hears; the office too where something was raised.

    Refused: not the contact person or the office, a day to come or outside the arrangement, without a word on it.
    """
    contact = lock(MemberContact, pk)
    may_record_visit(by, contact, on=timezone.localdate(at)).require()
    if on > timezone.localdate(at):
        raise Refused("联系日期不能晚于今天。", "input", field="on")
    if not contact.holds_on(on):
        raise Refused(f"{date_text(on)}不在这项联系安排的起止日期内，请核对。", "input", field="on")
    if not words.strip():
        raise Refused("请写明联系情况。", "input", field="words")
    facts = {"on": on, "way": way, "words": words.strip(), "raised": raised.strip()}
    visit = ContactVisit.objects.create(contact=contact, recorded_by=by, recorded_at=at, **facts)
    summary = f"{date_text(on)}{ContactWay(way).label}。"
    record("deputies.record_visit", contact, by=by, at=at, summary=summary, data={"visit": visit.pk})
    notices.contact_visited(visit, by=by, at=at)
    return visit


@transaction.atomic
def note_outcome(pk: Any, *, by: Any, at: datetime, version: int | None = None, outcome: str) -> ContactVisit:
    """Says what became of what the deputy raised, once. The deputy hears."""
    visit = lock(ContactVisit, pk, version=version)
    may_note_outcome(by, visit, on=timezone.localdate(at)).require()
    if not outcome.strip():
        raise Refused("请写明处理和反馈情况。", "input", field="outcome")
    visit.outcome, visit.outcome_by, visit.outcome_at = outcome.strip(), by, at
    visit.bump("outcome", "outcome_by", "outcome_at")
    summary = f"反馈{date_text(visit.on)}反映问题的处理情况。"
    record("deputies.note_outcome", visit.contact, by=by, at=at, summary=summary, data={"visit": visit.pk})
    notices.contact_outcome(visit, by=by, at=at)
    return visit
