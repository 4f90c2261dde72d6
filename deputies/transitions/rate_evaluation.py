"""The marks of the three stages; the office's marks make the grade that is shown to the deputy."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Evaluation
from deputies.rules import may_rate_group, may_rate_office, may_rate_self
from deputies.states import EvaluationState, Stage
from deputies.transitions._evaluation import (
    OWN_MARKS,
    WINDOW,
    day_of,
    grade_for,
    move,
    note,
    open_evaluation,
    write_marks,
)
from deputies.yearbook.evaluation import vetoes_of
from foundation import deadlines
from foundation.workflow import Refused

Marks = Mapping[int, Decimal]


@transaction.atomic
def rate_self(
    pk: Any, *, marks: Marks, words: str = "", by: Any, at: datetime, version: int | None = None
) -> Evaluation:
    """The deputy marks himself; his group's convener goes on."""
    row = open_evaluation(pk, version)
    may_rate_self(by, row, on=day_of(at)).require()
    total, row.self_words = write_marks(row, Stage.SELF, marks), words.strip()
    move(row, "rate_self", "self_words")
    deadlines.meet(OWN_MARKS, row, at=at)
    note("rate_self", row, f"自评{total.normalize():f}分。", by=by, at=at)
    return row


@transaction.atomic
def rate_group(
    pk: Any, *, marks: Marks, words: str = "", by: Any, at: datetime, version: int | None = None
) -> Evaluation:
    """The group's marks, given by its convener; the office goes on."""
    row = open_evaluation(pk, version)
    may_rate_group(by, row, on=day_of(at)).require()
    total, row.group_words = write_marks(row, Stage.GROUP, marks), words.strip()
    move(row, "rate_group", "group_words")
    note("rate_group", row, f"小组评议{total.normalize():f}分。", by=by, at=at)
    return row


@transaction.atomic
def rate_office(
    pk: Any, *, marks: Marks, words: str = "", by: Any, at: datetime, version: int | None = None
) -> Evaluation:
    """The office's marks, the vetoes of the file and the grade; shown to the deputy, whose window to object begins.

    Where the deputy or his group has not marked, the words must say why.
    """
    row = open_evaluation(pk, version)
    may_rate_office(by, row, on=day_of(at)).require()
    if row.state != EvaluationState.OFFICE and not words.strip():
        raise Refused("代表没有自评或者小组没有评议，请在审核意见中写明原因。", "input", field="words")
    row.office_words = words.strip()
    settle(row, marks)
    deadlines.cancel(OWN_MARKS, row, at=at, reason="未自评，工作机构已审核。")
    clock = deadlines.start(WINDOW, row, on=day_of(at), user=row.mandate.deputy.user_id, by=by, at=at)
    row.objection_ends_on = clock.due_on
    move(row, "rate_office", "office_words", "total", "grade", "veto", "objection_ends_on")
    note("rate_office", row, f"审核{row.total.normalize():f}分，拟定等次“{row.grade}”。", by=by, at=at)
    notices.evaluation_shown(row, by=by, at=at)
    return row


def settle(row: Evaluation, marks: Marks) -> None:
    """Marks, total, vetoes and grade of the office on a locked row; saved by the caller."""
    row.total = write_marks(row, Stage.OFFICE, marks)
    row.veto = vetoes_of(row)
    row.grade = grade_for(row.round.scheme, row.total, bool(row.veto))
