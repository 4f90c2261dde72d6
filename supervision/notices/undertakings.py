"""What is told of supervision carried out, and of its steps."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import Undertaking, UndertakingStep
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING
from supervision.states.undertaking import StepActor


def planned(row: Undertaking, *, by: Any, at: datetime) -> None:
    """The committee that carries it out."""
    title = f"登记监督事项：{row}"
    tell("undertaking_planned", committee_of(row, at), row, title, by=by, at=at, body=f"{row.kind}，{row.year}年。")


def begun(row: Undertaking, *, by: Any, at: datetime) -> None:
    """The bodies, so that they know what they have to hand in; nobody of theirs while it is kept from them."""
    day = row.day_of_meeting
    body = f"{row.kind}。请打开查看本单位需要办理的步骤和期限。" + (f"会议日期：{date_text(day)}。" if day else "")
    _bodies("undertaking_begun", row, f"人大常委会开展监督：{row}", body, by=by, at=at)


def moved(row: Undertaking, *, by: Any, at: datetime) -> None:
    day = row.day_of_meeting
    body = f"会议改为{date_text(day)}，报送材料的期限随之改变，请打开核对。" if day else ""
    _bodies("undertaking_moved", row, f"会议日期调整：{row}", body, by=by, at=at)


def concluded(row: Undertaking, *, by: Any, at: datetime) -> None:
    """The bodies and whoever took part."""
    _bodies("undertaking_concluded", row, f"监督事项办结：{row}", row.outcome, by=by, at=at)
    if people := _team(row):
        tell("undertaking_told", people, row, f"您参加的监督事项办结：{row}", by=by, at=at, body=row.outcome)


def cancelled(row: Undertaking, *, by: Any, at: datetime) -> None:
    _bodies("undertaking_cancelled", row, f"监督事项取消：{row}", row.cancel_reason, by=by, at=at)
    if people := _team(row):
        tell("undertaking_cancelled", people, row, f"监督事项取消：{row}", by=by, at=at, body=row.cancel_reason)


def step_done(step: UndertakingStep, *, by: Any, at: datetime) -> None:
    """What a body hands in is told to the committee; what is shared is told to the bodies."""
    row = step.undertaking
    if step.actor == StepActor.BODY:
        title, body = f"{step.doer}已完成“{step.name}”：{row}", "请核对；需要补充的，退回并写明理由。"
        tell("step_handed", committee_of(row, at), row, title, by=by, at=at, body=body, mark=step.pk)
    elif step.is_shared:
        _bodies("step_shared", row, f"{step.name}：{row}", step.note, by=by, at=at, mark=step.pk)


def step_returned(step: UndertakingStep, *, by: Any, at: datetime) -> None:
    _doer("step_returned", step, f"“{step.name}”退回重办：{step.undertaking}", step.return_reason, by=by, at=at)


def step_moved(step: UndertakingStep, *, by: Any, at: datetime) -> None:
    day = date_text(step.fixed_on) if step.fixed_on else ""
    _doer("step_moved", step, f"“{step.name}”改为{day}前完成：{step.undertaking}", step.move_reason, by=by, at=at)


def committee_of(row: Undertaking, at: datetime) -> Any:
    """Whoever works in the committee responsible."""
    return people_with(Role.COMMITTEE, row.committee_id, on=timezone.localdate(at))


def _doer(event: str, step: UndertakingStep, title: str, body: str, *, by: Any, at: datetime) -> None:
    on, row = timezone.localdate(at), step.undertaking
    if step.organisation_id and not row.is_hidden(on):
        people = people_with(ANSWERING, step.organisation_id, on=on)
    else:
        people = committee_of(row, at)
    tell(event, people, row, title, by=by, at=at, body=body, mark=step.pk)


def _bodies(event: str, row: Undertaking, title: str, body: str, *, by: Any, at: datetime, mark: object = "") -> None:
    on = timezone.localdate(at)
    bodies = list(row.bodies.values_list("organisation", flat=True))
    if not bodies or row.is_hidden(on):
        return
    people = {user.pk for organisation in bodies for user in people_with(ANSWERING, organisation, on=on)}
    tell(event, people, row, title, by=by, at=at, body=body, mark=mark)


def _team(row: Undertaking) -> list[int]:
    return list(row.team.filter(user__isnull=False, left_at__isnull=True).values_list("user", flat=True))
