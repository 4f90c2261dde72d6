"""Resolutions and decisions: drafted, voted on, published; what bodies have to do because of them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting, MeetingKind
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.letters.decision import keep_decision
from supervision.models import DeliberationOpinion, Resolution, ResolutionTask, TaskReport, Undertaking
from supervision.notices import resolutions as notices
from supervision.rules import resolutions as rules
from supervision.rules.house import BODIES
from supervision.states.resolutions import RESOLUTION_FLOW, TASK_FLOW, ResolutionKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.called_off import call_off, refuse_while_voting

PUBLISH, TASK, CHECK = "resolution_publish", "resolution_task", "resolution_check"


@transaction.atomic
def draft_resolution(
    *,
    kind: str,
    title: str,
    text: str,
    meeting: Meeting,
    committee: Organisation | None = None,
    undertaking: Undertaking | None = None,
    opinion: DeliberationOpinion | None = None,
    by: Any,
    at: datetime,
) -> Resolution:
    """The draft that goes to a meeting of the standing committee."""
    rules.may_draft_resolution(by, on=day_of(at)).require()
    if kind not in (ResolutionKind.RESOLUTION, ResolutionKind.DECISION):
        raise Refused("任免决定由人事任免案生成，请选择决议或者决定。", "input", field="kind")
    _check_meeting(meeting)
    resolution = Resolution.objects.create(
        kind=kind,
        title=filled(title, "请填写标题。", "title")[:120],
        text=filled(text, "请填写正文。", "text"),
        meeting=meeting,
        committee=committee,
        drafted_at=at,
        **_origin(undertaking, opinion),
    )
    note("draft_resolution", resolution, f"拟提交{meeting}审议。", by=by, at=at)
    return resolution


@transaction.atomic
def amend_resolution(
    pk: Any,
    *,
    title: str,
    text: str,
    meeting: Meeting,
    committee: Organisation | None = None,
    undertaking: Undertaking | None = None,
    opinion: DeliberationOpinion | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Resolution:
    """The draft as it was changed in deliberation. Another title or meeting calls off the ballot that was planned."""
    resolution = lock(Resolution, pk, version=version)
    rules.may_amend_resolution(by, resolution, on=day_of(at)).require()
    _check_meeting(meeting)
    named = filled(title, "请填写标题。", "title")[:120]
    refuse_while_voting(resolution)
    if (named, meeting.pk) != (resolution.title, resolution.meeting_id):
        call_off(resolution, f"草案修改，拟提交{meeting}审议，重新安排表决。", by=by, at=at)
    resolution.title, resolution.text = named, filled(text, "请填写正文。", "text")
    resolution.meeting, resolution.committee = meeting, committee
    origin = _origin(undertaking, opinion)
    resolution.undertaking, resolution.opinion = origin["undertaking"], origin["opinion"]
    resolution.bump("title", "text", "meeting", "committee", "undertaking", "opinion")
    note("amend_resolution", resolution, "修改草案。", by=by, at=at)
    return resolution


@transaction.atomic
def vote_resolution(pk: Any, *, passed: bool, outcome: str, held_on: date, by: Any, at: datetime) -> Resolution:
    """What the vote came to; called when its ballot is announced. Adopted, it is to be published within the limit."""
    resolution = lock(Resolution, pk)
    resolution.outcome = outcome[:300]
    resolution.adopted_on = held_on if passed else None
    verb = "adopt_resolution" if passed else "reject_resolution"
    resolution.state = RESOLUTION_FLOW.target(verb, resolution.state)
    resolution.bump("outcome", "adopted_on", "state")
    if passed:
        deadlines.start(PUBLISH, resolution, on=held_on, by=by, at=at)
    note(verb, resolution, f"{date_text(held_on)}表决：{outcome}", by=by, at=at)
    notices.resolution_voted(resolution, by=by, at=at)
    return resolution


@transaction.atomic
def publish_resolution(pk: Any, *, number: str, by: Any, at: datetime, version: int | None = None) -> Resolution:
    """Numbered, written as a document, on the public page from now on."""
    resolution = lock(Resolution, pk, version=version)
    rules.may_publish_resolution(by, resolution, on=day_of(at)).require()
    resolution.number, resolution.published_at = free_number(number), at
    resolution.state = RESOLUTION_FLOW.target("publish_resolution", resolution.state)
    resolution.bump("number", "published_at", "state")
    deadlines.meet(PUBLISH, resolution, at=at)
    keep_decision(resolution, by=by, at=at)
    note("publish_resolution", resolution, f"公布{resolution.number}。", by=by, at=at, visibility="public")
    notices.resolution_published(resolution, by=by, at=at)
    return resolution


def free_number(number: str) -> str:
    """The number as typed; refused when another paper bears it."""
    wanted = filled(number, "请填写文号。", "number")[:40]
    if Resolution.objects.filter(number=wanted).exists():
        raise Refused("这个文号已经用过，请核对。", "input", field="number")
    return wanted


@transaction.atomic
def hand_task(
    pk: Any,
    *,
    unit: Organisation,
    title: str,
    due_on: date,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ResolutionTask:
    """One thing to carry out, by one body, until a day."""
    resolution = lock(Resolution, pk, version=version)
    rules.may_hand_task(by, resolution, on=day_of(at)).require()
    if not unit.is_active or unit.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="unit")
    if due_on < day_of(at):
        raise Refused("完成期限不能早于今天。", "input", field="due_on")
    task = ResolutionTask.objects.create(
        resolution=resolution,
        unit=unit,
        title=filled(title, "请写明要落实的事项。", "title")[:200],
        due_on=due_on,
        handed_at=at,
    )
    deadlines.start(TASK, task, on=day_of(at), organisation=unit, until=due_on, by=by, at=at)
    resolution.bump()
    note("hand_task", task, f"交{unit}落实，{date_text(due_on)}前完成。", by=by, at=at)
    notices.task_handed(task, by=by, at=at)
    return task


@transaction.atomic
def report_task(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> TaskReport:
    """The body says what it has done; the evidence is kept with the report."""
    task = _opened("report_task", pk, by, at, version)
    words = filled(text, "请写明落实情况。", "text")
    report = TaskReport.objects.create(task=task, text=words, by=by, at=at)
    _move(task, "report_task")
    deadlines.meet(TASK, task, at=at)
    deadlines.start(CHECK, task, on=day_of(at), organisation=task.resolution.committee_id, by=by, at=at)
    note("report_task", task, f"{task.unit}报告落实情况。", by=by, at=at)
    notices.task_reported(task, by=by, at=at)
    return report


@transaction.atomic
def return_task(
    pk: Any, *, reason: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> ResolutionTask:
    """Not carried out yet: the body goes on, until a new day."""
    task = _opened("return_task", pk, by, at, version)
    if due_on < day_of(at):
        raise Refused("新的期限不能早于今天。", "input", field="due_on")
    task.return_reason = filled(reason, "请写明哪里没有落实。", "reason")[:300]
    task.due_on = due_on
    _move(task, "return_task", "return_reason", "due_on")
    deadlines.cancel(CHECK, task, at=at, reason=task.return_reason)
    deadlines.start(TASK, task, on=day_of(at), organisation=task.unit_id, until=due_on, by=by, at=at)
    note("return_task", task, f"退回继续落实：{task.return_reason}", by=by, at=at)
    notices.task_returned(task, by=by, at=at)
    return task


@transaction.atomic
def close_task(pk: Any, *, result: str, by: Any, at: datetime, version: int | None = None) -> ResolutionTask:
    """Carried out; the result stands on the public page of the resolution."""
    task = _opened("close_task", pk, by, at, version)
    task.result, task.closed_at = filled(result, "请写明落实结果，将同时公开。", "result"), at
    _move(task, "close_task", "result", "closed_at")
    deadlines.meet(CHECK, task, at=at)
    note("close_task", task, "确认落实。", by=by, at=at, visibility="public")
    notices.task_closed(task, by=by, at=at)
    return task


def _origin(undertaking: Undertaking | None, opinion: DeliberationOpinion | None) -> dict[str, Any]:
    """What it came of; an opinion brings its own supervision along."""
    if opinion and undertaking and opinion.undertaking_id not in (None, undertaking.pk):
        raise Refused("这件审议意见属于另一项监督，请核对。", "input", field="opinion")
    return {"undertaking": undertaking or (opinion.undertaking if opinion else None), "opinion": opinion}


def _check_meeting(meeting: Meeting) -> None:
    if meeting.kind != MeetingKind.STANDING_COMMITTEE:
        raise Refused("请选择常委会会议。", "input", field="meeting")


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> ResolutionTask:
    task = lock(ResolutionTask, pk, version=version)
    getattr(rules, f"may_{verb}")(by, task, on=day_of(at)).require()
    return task


def _move(task: ResolutionTask, verb: str, *fields: str) -> None:
    task.state = TASK_FLOW.target(verb, task.state)
    task.bump("state", *fields)
