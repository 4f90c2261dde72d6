from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import PhoneCall
from deputies.rules import may_call_deputy
from deputies.transitions._activity import day_of, note, open_invitation
from foundation.workflow import Refused


@transaction.atomic
def call_deputy(
    invitation: Any, *, by: Any, at: datetime, reached: bool, note_text: str = "", version: int | None = None
) -> PhoneCall:
    """Writes down a telephone call to an invited deputy (书面并电话通知); every call is a row of its own.

    Refused: not the organiser, after the activity, a call without answer and without a word what then.
    """
    asked = open_invitation(invitation, version)
    may_call_deputy(by, asked, on=day_of(at)).require()
    if not reached and not note_text.strip():
        raise Refused("没有接通的，请写明情况，如：无人接听，已发短信。", "input", field="note_text")
    facts = {"reached": reached, "note": note_text.strip(), "called_by": by, "called_at": at}
    call = PhoneCall.objects.create(invitation=asked, **facts)
    word = "已接通" if reached else "未接通"
    summary = f"电话通知{asked.deputy.name}：{word}。{call.note}"
    note("call_deputy", asked.activity, summary, by=by, at=at, invitation=asked.pk)
    return call
