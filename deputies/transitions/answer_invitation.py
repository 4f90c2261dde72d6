from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Invitation
from deputies.rules import may_answer
from deputies.states import Answer
from deputies.transitions._activity import day_of, note, open_invitation


@transaction.atomic
def answer_invitation(invitation: Any, *, by: Any, at: datetime, version: int | None = None) -> Invitation:
    """The deputy says that he comes. Who cannot come asks for leave (`ask_leave`) instead.

    Refused: somebody else's invitation, an activity that is held, over or cancelled, with a leave in force.
    """
    asked = open_invitation(invitation, version)
    may_answer(by, asked, on=day_of(at)).require()
    if asked.answer != Answer.COMING:
        asked.answer, asked.answered_at = Answer.COMING, at
        asked.bump("answer", "answered_at")
        summary = f"{asked.deputy.name}答复参加。"
        note("answer_invitation", asked.activity, summary, by=by, at=at, invitation=asked.pk)
    return asked
