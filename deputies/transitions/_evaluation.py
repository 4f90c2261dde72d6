"""The beats that the verbs of a yearly evaluation share, and how marks become a grade."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from deputies.models import Evaluation, EvaluationMark, EvaluationScheme
from deputies.scoring import Grade, grade_of
from deputies.states import EVALUATION_FLOW, Stage
from foundation.audit import record
from foundation.workflow import Refused, announce, lock

day_of = timezone.localdate
# The clocks: until the deputy has marked himself, may object, has been answered.
OWN_MARKS, WINDOW, ANSWER = "evaluation_self", "evaluation_objection", "evaluation_answer"


def open_evaluation(pk: Any, version: int | None = None) -> Evaluation:
    """The evaluation, locked; StaleVersion when the page was opened before the last change."""
    return lock(Evaluation, pk, version=version)


def move(row: Evaluation, verb: str, *fields: str) -> None:
    row.state = EVALUATION_FLOW.target(verb, row.state)
    row.bump("state", *fields)


def note(verb: str, row: Any, summary: str, *, by: Any, at: datetime) -> None:
    record(f"deputies.{verb}", row, by=by, at=at, summary=summary)
    announce(f"deputies.{verb}", row, by=by, at=at)


def write_marks(row: Evaluation, stage: Stage, marks: Mapping[int, Decimal]) -> Decimal:
    """Writes one stage's marks, {item key: points}, and answers their sum.

    Refused at its field ("item_<key>") for a missing item, points below zero, above the full marks, or with more than
    one decimal.
    """
    items = list(row.round.scheme.items.all())
    for item in items:
        points = marks.get(item.pk)
        field = f"item_{item.pk}"
        if points is None:
            raise Refused(f"请为“{item.name}”打分。", "input", field=field)
        if not 0 <= points <= item.full:
            raise Refused(f"“{item.name}”满分{item.full}分，请填写0至{item.full}之间的分数。", "input", field=field)
        if points * 10 % 1:
            raise Refused("最多保留一位小数。", "input", field=field)
    EvaluationMark.objects.filter(evaluation=row, stage=stage).delete()
    EvaluationMark.objects.bulk_create(
        EvaluationMark(evaluation=row, item=item, stage=stage, points=marks[item.pk]) for item in items
    )
    return sum((marks[item.pk] for item in items), Decimal(0))


def grade_for(scheme: EvaluationScheme, total: Decimal, vetoed: bool) -> str:
    """By the scheme's own lines; the lowest with a veto. Refused where no line is reached at all."""
    lines = [Grade(row.name, row.at_least) for row in scheme.grades.all()]
    name = grade_of(lines, total, vetoed)
    if not name:
        raise Refused("考核办法的等次没有覆盖这个得分，请由委员会秘书在后台补充等次。")
    return name


def year_is_near_its_end(year: int, on: date) -> bool:
    """A year is evaluated in its last quarter or later."""
    return on >= date(year, 10, 1)
