"""A deputy objects to the grade he is to be given, and is answered before anything is published."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Evaluation
from deputies.rules import may_answer_evaluation, may_object_evaluation
from deputies.transitions._evaluation import ANSWER, WINDOW, day_of, move, note, open_evaluation
from deputies.transitions.rate_evaluation import Marks, settle
from foundation import deadlines
from foundation.workflow import Refused


@transaction.atomic
def object_evaluation(pk: Any, *, objection: str, by: Any, at: datetime, version: int | None = None) -> Evaluation:
    """Once, within the window; the office hears, and its time to answer runs."""
    row = open_evaluation(pk, version)
    may_object_evaluation(by, row, on=day_of(at)).require()
    if not objection.strip():
        raise Refused("请写明对哪一项有异议和理由。", "input", field="objection")
    row.objection, row.objected_at = objection.strip(), at
    move(row, "object_evaluation", "objection", "objected_at")
    deadlines.meet(WINDOW, row, at=at)
    deadlines.start(ANSWER, row, on=day_of(at), by=by, at=at)
    note("object_evaluation", row, "代表提出异议。", by=by, at=at)
    notices.evaluation_objected(row, by=by, at=at)
    return row


@transaction.atomic
def answer_evaluation(
    pk: Any, *, marks: Marks, answer: str, by: Any, at: datetime, version: int | None = None
) -> Evaluation:
    """The office looks again, changes its marks or leaves them, and says why. The deputy hears."""
    row = open_evaluation(pk, version)
    may_answer_evaluation(by, row, on=day_of(at)).require()
    if not answer.strip():
        raise Refused("请写明答复，代表会看到。", "input", field="answer")
    before, row.answer = row.grade, answer.strip()
    settle(row, marks)
    move(row, "answer_evaluation", "answer", "total", "grade", "veto")
    deadlines.meet(ANSWER, row, at=at)
    told = "维持" if row.grade == before else f"由“{before}”改为"
    note("answer_evaluation", row, f"答复异议，等次{told}“{row.grade}”。{row.answer}", by=by, at=at)
    notices.evaluation_answered(row, by=by, at=at)
    return row
