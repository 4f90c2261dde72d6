"""What is told of resolutions and of what bodies have to do because of them."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import Resolution, ResolutionTask
from supervision.notices.appointments import VOTERS, office_on
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING


def followers(resolution: Resolution, at: datetime) -> set[int]:
    """Who follows it up: the committee, and the office."""
    if resolution.committee_id is None:
        return office_on(at)
    people = people_with(Role.COMMITTEE, resolution.committee, on=timezone.localdate(at))
    return office_on(at) | set(people.values_list("pk", flat=True))


def resolution_voted(resolution: Resolution, *, by: Any, at: datetime) -> None:
    title = f"{resolution.get_state_display()}：{resolution}"
    tell("resolution_voted", followers(resolution, at), resolution, title, by=by, at=at, body=resolution.outcome)


def resolution_published(resolution: Resolution, *, by: Any, at: datetime) -> None:
    people = set(people_with(VOTERS, on=timezone.localdate(at)).values_list("pk", flat=True))
    tell("resolution_published", people, resolution, f"已公布：{resolution}", by=by, at=at, body=resolution.number)


def task_handed(task: ResolutionTask, *, by: Any, at: datetime) -> None:
    body = f"{task.resolution}。请于{date_text(task.due_on)}前落实并报告。"
    _body("task_handed", task, f"决议决定交你单位落实：{task}", body, by, at)


def task_reported(task: ResolutionTask, *, by: Any, at: datetime) -> None:
    title = f"{task.unit}报告落实情况：{task}"
    tell("task_reported", followers(task.resolution, at), task, title, by=by, at=at)


def task_returned(task: ResolutionTask, *, by: Any, at: datetime) -> None:
    _body("task_returned", task, f"退回继续落实：{task}", task.return_reason, by, at)


def task_closed(task: ResolutionTask, *, by: Any, at: datetime) -> None:
    _body("task_closed", task, f"已确认落实：{task}", task.result, by, at)


def _body(event: str, task: ResolutionTask, title: str, words: str, by: Any, at: datetime) -> None:
    people = people_with(ANSWERING, task.unit, on=timezone.localdate(at))
    tell(event, people, task, title, by=by, at=at, body=words)
