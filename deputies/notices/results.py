"""What is told of results passed on, and the clock of the body that answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from deputies.models import ForwardedResult
from deputies.notices.matrix import tell
from deputies.rules import BODY_ROLES
from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text

DUTY, HEAD = 1, 2


def result_forwarded(result: ForwardedResult, *, by: Any, at: datetime) -> None:
    people = people_with(BODY_ROLES, result.body_id, on=at.date())
    tell("result_forwarded", people, result, f"代表意见待反馈：{result.activity}", by=by, at=at, body=result.text)


def feedback_given(result: ForwardedResult, *, by: Any, at: datetime) -> None:
    """Who was there, and who holds the activity."""
    came = result.activity.invitations.came().exclude(deputy__user=None)
    people = {*came.values_list("deputy__user", flat=True), result.activity.planned_by_id}
    title = f"{result.body.label}反馈代表意见处理情况：{result.activity}"
    tell("feedback_given", people, result, title, by=by, at=at, body=result.feedback)


def register_clock() -> None:
    """Called once by registration.py."""
    register_kind(
        "activity_feedback",
        name="活动意见反馈",
        subject_model=ForwardedResult,
        recipients=_recipients,
        message=_message,
        still_due=_still_due,
        subjects=_subjects,
        may_view=lambda user, row: ForwardedResult.objects.visible_to(user).filter(pk=row.pk).exists(),
    )


def _recipients(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    bodies = {clock.pk: clock.organisation_id for clock in clocks if clock.organisation_id}
    if level <= HEAD:
        roles = BODY_ROLES if level == DUTY else (Role.UNIT_HEAD,)
        found = people_by_organisation(roles, bodies.values())
        return {pk: found[body] for pk, body in bodies.items()}
    clerks = set(people_with(Role.CLERK).values_list("pk", flat=True))
    leaders = leaders_in_charge(bodies.values())
    return {pk: clerks | ({leaders[body]} if body in leaders else set()) for pk, body in bodies.items()}


def _message(clock: Deadline, result: ForwardedResult, light: Light) -> tuple[str, str, str]:
    body = f"“{result.activity}”的代表意见，反馈期限为{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{result.activity}", body, result.get_absolute_url()


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    keys = {clock.subject_id for clock in clocks}
    waiting = set(ForwardedResult.objects.filter(pk__in=keys, feedback_at=None).values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _subjects(clocks: Sequence[Deadline]) -> Mapping[int, ForwardedResult]:
    rows = ForwardedResult.objects.select_related("activity", "body").in_bulk({c.subject_id for c in clocks})
    return {clock.pk: rows[clock.subject_id] for clock in clocks if clock.subject_id in rows}
