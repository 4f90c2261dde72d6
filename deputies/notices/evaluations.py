"""What is told of yearly evaluations."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Evaluation, EvaluationRound
from deputies.notices.matrix import tell
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text


def evaluation_opened(opened: EvaluationRound, people: Iterable[Any], *, by: Any, at: datetime) -> None:
    """Every deputy in it who has an account."""
    body = f"请于{date_text(opened.self_due_on)}前完成自评。自评后由代表小组评议、代表联络工作机构审核，公布前公示。"
    tell("evaluation_opened", people, opened, f"请自评：{opened}", by=by, at=at, body=body)


def evaluation_shown(row: Evaluation, *, by: Any, at: datetime) -> None:
    body = f"得分{row.total:f}分。有异议的，请于{date_text(row.objection_ends_on)}前提出。"
    tell(
        "evaluation_shown", [row.mandate.deputy.user_id], row, f"拟定等次“{row.grade}”：{row}", by=by, at=at, body=body
    )


def evaluation_objected(row: Evaluation, *, by: Any, at: datetime) -> None:
    clerks = people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True)
    tell("evaluation_objected", clerks, row, f"对考核等次的异议：{row}", by=by, at=at, body=row.objection)


def evaluation_answered(row: Evaluation, *, by: Any, at: datetime) -> None:
    title = f"考核异议已答复，等次“{row.grade}”：{row}"
    tell("evaluation_answered", [row.mandate.deputy.user_id], row, title, by=by, at=at, body=row.answer)


def evaluations_published(row: EvaluationRound, people: Sequence[Evaluation], *, by: Any, at: datetime) -> None:
    """Each deputy his own grade, and whether the public reads it."""
    body = "等次同时在代表风采您的公开页面显示。" if row.is_public else "等次不向社会公开。"
    for person in people:
        if person.mandate.deputy.user_id:
            title = f"{row}结果：{person.grade}"
            tell("evaluation_published", [person.mandate.deputy.user_id], person, title, by=by, at=at, body=body)


def grades_shown(row: EvaluationRound, people: Iterable[Any], *, by: Any, at: datetime) -> None:
    """Every deputy of the round; told anew at each change."""
    title = f"{row}等次{'改为在' if row.is_public else '不再在'}代表风采公开"
    tell("grades_shown", people, row, title, by=by, at=at, mark=row.version)
