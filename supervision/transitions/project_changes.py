"""A project changed in the middle of the year: asked for with reasons, in force only with the meeting's consent."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import Project, ProjectChange
from supervision.notices import projects as notices
from supervision.rules import projects as rules
from supervision.states.project import PROJECT_FLOW, ChangeKind, ChangeState
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.project_years import FINISH, PROGRESS


@transaction.atomic
def ask_change(
    pk: Any,
    *,
    kind: str,
    reason: str,
    content: str = "",
    due_on: date | None = None,
    amount: Decimal | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectChange:
    """What is asked for and why; the project itself stays as the congress decided it."""
    project = lock(Project, pk)
    rules.may_ask_change(by, project, on=day_of(at)).require()
    change = ProjectChange(project=project, kind=ChangeKind(kind), asked_by=by, asked_at=at)
    change.reason = filled(reason, "请写明调整理由。", "reason")
    if change.kind == ChangeKind.CONTENT:
        change.content, change.before = filled(content, "请填写调整后的内容。", "content"), project.content
    elif change.kind == ChangeKind.DUE:
        if due_on is None or due_on == project.due_on:
            raise Refused("请填写调整后的完成时间。", "input", field="due_on")
        change.due_on, change.before = due_on, date_text(project.due_on)
    elif change.kind == ChangeKind.AMOUNT:
        if amount is None or amount == project.amount:
            raise Refused("请填写调整后的投资。", "input", field="amount")
        change.amount, change.before = amount, project.amount_text
    change.save(force_insert=True)
    note("ask_project_change", project, f"申请{change.get_kind_display()}：{change.reason}"[:500], by=by, at=at)
    notices.change_asked(change, by=by, at=at)
    return change


@transaction.atomic
def decide_change(
    pk: Any,
    *,
    agrees: bool,
    meeting: str,
    words: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectChange:
    """What the meeting decided; agreed, the project is changed and everybody may read what it was before."""
    change = lock(ProjectChange, pk, version=version)
    rules.may_decide_change(by, change, on=day_of(at)).require()
    change.meeting = filled(meeting, "请写明审议的常委会（主席团）会议。", "meeting")[:120]
    change.words = words.strip()
    if not agrees:
        change.words = filled(words, "不同意的，请写明审议意见。", "words")
    change.state = ChangeState.APPROVED if agrees else ChangeState.REFUSED
    change.decided_by, change.decided_at = by, at
    change.bump("meeting", "words", "state", "decided_by", "decided_at")
    if agrees:
        _carry_out(lock(Project, change.project_id), change, by, at)
    told = f"{change.meeting}{'同意' if agrees else '不同意'}{change.get_kind_display()}。"
    note("decide_project_change", change.project, told, by=by, at=at, visibility="public" if agrees else "parties")
    notices.change_decided(change, by=by, at=at)
    return change


def _carry_out(project: Project, change: ProjectChange, by: Any, at: datetime) -> None:
    if change.kind == ChangeKind.CANCEL:
        project.state = PROJECT_FLOW.target("cancel_project", project.state)
        project.bump("state")
        for clock in (PROGRESS, FINISH):
            deadlines.cancel(clock, project, at=at, reason=f"{change.meeting}同意取消")
        return
    if change.kind == ChangeKind.DUE and change.due_on:
        project.due_on = change.due_on
        deadlines.cancel(FINISH, project, at=at, reason=f"{change.meeting}同意调整完成时间")
        on = day_of(at)
        until = max(change.due_on, on)
        deadlines.start(FINISH, project, on=on, organisation=project.unit_id, until=until, by=by, at=at)
    elif change.kind == ChangeKind.CONTENT:
        project.content = change.content
    elif change.amount is not None:
        project.amount = change.amount
    project.bump("due_on", "content", "amount")
