"""What is told of tasks handed down."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import HandedTask
from supervision.notices.local import office
from supervision.notices.matrix import tell

HOUSE_ROLES = (Role.TOWNSHIP_CLERK, Role.COMMITTEE, Role.CLERK, Role.SECRETARY)


def answerers_of(task: HandedTask, at: datetime) -> set[int]:
    """Whoever works in the house that answers."""
    rows = people_with(HOUSE_ROLES, task.answerer_id, on=timezone.localdate(at))
    return set(rows.values_list("pk", flat=True))


def handed_given(task: HandedTask, *, by: Any, at: datetime) -> None:
    body = f"{task.issued_by}（{task.number}），{date_text(task.due_on)}前办结并报告。"
    tell("handed_given", answerers_of(task, at), task, f"交办事项，请签收：{task}", by=by, at=at, body=body)


def handed_taken(task: HandedTask, *, by: Any, at: datetime) -> None:
    body = f"负责人{task.responsible}。"
    tell("handed_taken", office(at), task, f"{task.answerer}已签收交办事项：{task}", by=by, at=at, body=body)


def handed_reported(task: HandedTask, *, by: Any, at: datetime) -> None:
    title = f"{task.answerer}报告交办事项办理结果：{task}"
    tell("handed_reported", office(at), task, title, by=by, at=at, body="请审核，接受或者退回补办。")


def handed_returned(task: HandedTask, reason: str, *, by: Any, at: datetime) -> None:
    body = f"{reason}（{date_text(task.due_on)}前再报）"
    tell("handed_returned", answerers_of(task, at), task, f"交办事项退回补办：{task}", by=by, at=at, body=body)


def handed_closed(task: HandedTask, *, by: Any, at: datetime) -> None:
    tell("handed_closed", answerers_of(task, at), task, f"交办事项已办结：{task}", by=by, at=at)


def handed_cancelled(task: HandedTask, *, by: Any, at: datetime) -> None:
    title, body = f"交办事项已撤销：{task}", task.cancel_reason
    tell("handed_cancelled", answerers_of(task, at), task, title, by=by, at=at, body=body)
