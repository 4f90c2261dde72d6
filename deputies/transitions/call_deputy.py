from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Invitation, PhoneCall
from deputies.rules import may_call_deputy
from deputies.states import Answer
from deputies.transitions._activity import day_of, note, open_invitation
from foundation.workflow import Refused


@transaction.atomic
def call_deputy(
    invitation: Any,
    *,
    by: Any,
    at: datetime,
    reached: bool,
    coming: bool = False,
    note_text: str = "",
    version: int | None = None,
) -> PhoneCall:
    """Writes down a telephone call to an invited deputy (书面并电话通知); every call is a row of its own.

    `coming`: he said on the telephone that he comes, which is as good as his answer on the page. Refused: not the
    organiser, after the activity, a call without answer and without a word what then, an answer from nobody, or from
    somebody who has leave.
    """
    asked = open_invitation(invitation, version)
    may_call_deputy(by, asked, on=day_of(at)).require()
    if not reached and not note_text.strip():
        raise Refused("没有接通的，请写明情况，如：无人接听，已发短信。", "input", field="note_text")
    if coming:
        _say_coming(asked, reached, at)
    facts = {"reached": reached, "note": note_text.strip(), "called_by": by, "called_at": at}
    call = PhoneCall.objects.create(invitation=asked, **facts)
    word = ("已接通，答复参加" if coming else "已接通") if reached else "未接通"
    summary = f"电话通知{asked.deputy.name}：{word}。{call.note}"
    note("call_deputy", asked.activity, summary, by=by, at=at, invitation=asked.pk)
    return call


def _say_coming(asked: Invitation, reached: bool, at: datetime) -> None:
    if not reached:
        raise Refused("没有接通，不能登记代表的答复。", "input", field="coming")
    if asked.leaves.in_force().exists():
        raise Refused("这位代表已申请请假；能够参加的，请代表先撤回请假。", "input", field="coming")
    if asked.answer != Answer.COMING:
        asked.answer, asked.answered_at = Answer.COMING, at
        asked.bump("answer", "answered_at")
