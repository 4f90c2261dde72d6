from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import ContactRecord
from suggestions.rules import may_confirm_contact
from suggestions.transitions.beats import day_of, open_unit_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.duties import enter_joined


@transaction.atomic
def confirm_contact(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, confirmed: bool, note: str = ""
) -> ContactRecord:
    """The lead deputy says whether a record of contact is true; `pk` is the ContactRecord. A denial needs its reason.

    A denied record does not count as contact before the reply. The unit hears of it.
    """
    contact = open_unit_paper(ContactRecord, pk)
    may_confirm_contact(by, contact, on=day_of(at)).require()
    if not confirmed and not note.strip():
        raise Refused("与实际不符的，请说明情况。", "input")
    contact.confirmed, contact.answered_at, contact.answer_note = confirmed, at, note
    contact.save(update_fields=["confirmed", "answered_at", "answer_note"])
    word = "属实。" if confirmed else f"不属实：{note}"
    suggestion = contact.assignment.suggestion
    write("confirm_contact", suggestion, f"代表确认联系记录{word}", by=by, at=at, contact=contact.pk)
    if confirmed:
        enter_joined(contact, by=by, at=at)
    notices.contact_answered(contact, by=by, at=at)
    return contact
