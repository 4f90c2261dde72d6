"""A deputy contradicts a line of his file, and the office answers (F7)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import DutyObjection
from deputies.rules import may_answer_objection, may_object_duty
from deputies.transitions._duty import day_of, note, open_duty
from foundation import deadlines
from foundation.workflow import Refused, lock

ANSWER = "duty_objection"


@transaction.atomic
def object_duty(pk: Any, *, by: Any, at: datetime, version: int | None = None, text: str) -> DutyObjection:
    """`pk` is the DutyEntry. The office hears, its clock runs.

    Refused: not his own file, while it waits, twice, without words.
    """
    entry = open_duty(pk)
    may_object_duty(by, entry, on=day_of(at)).require()
    if not text.strip():
        raise Refused("请写明异议的内容和理由。", "input", field="text")
    objection = DutyObjection.objects.create(entry=entry, text=text.strip(), raised_by=by, raised_at=at)
    deadlines.start(ANSWER, objection, on=day_of(at), by=by, at=at)
    note("object_duty", entry, f"代表提出异议：{objection.text}", by=by, at=at)
    notices.duty_objected(objection, by=by, at=at)
    return objection


@transaction.atomic
def answer_objection(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, accepted: bool, answer: str
) -> DutyObjection:
    """`pk` is the DutyObjection. The deputy hears; where he is right the office then corrects the line.

    Refused: not the office, answered already, without words.
    """
    objection = lock(DutyObjection, pk)
    may_answer_objection(by, objection, on=day_of(at)).require()
    if not answer.strip():
        raise Refused("请写明答复内容。", "input", field="answer")
    objection.accepted, objection.answer = accepted, answer.strip()
    objection.answered_by, objection.answered_at = by, at
    objection.save(update_fields=["accepted", "answer", "answered_by", "answered_at"])
    deadlines.meet(ANSWER, objection, at=at)
    word = "异议成立" if accepted else "异议不成立"
    note("answer_objection", objection.entry, f"答复异议（{word}）：{objection.answer}", by=by, at=at)
    notices.objection_answered(objection, by=by, at=at)
    return objection
