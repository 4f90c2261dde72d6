"""A task handed down until it is accepted: taken, reported in time or with a reason, given back, sent up, closed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS, OrganisationKind
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import HandedEntry, HandedTask
from supervision.notices import handed as notices
from supervision.rules import handed as rules
from supervision.states.handed import HANDED_FLOW, EntryKind, HandedSource, HandedState
from supervision.transitions._beats import day_of, filled, note

TASK, CHECK = "handed_task", "handed_check"
CLOCKS = (TASK, CHECK)
# The houses that may answer: committees and offices of the standing committee for what comes from above.
ANSWERERS = (*LOCAL_KINDS, OrganisationKind.SC_COMMITTEE, OrganisationKind.SC_OFFICE)


@transaction.atomic
def hand_down(
    *,
    source: str,
    issued_by: str,
    number: str,
    title: str,
    contents: str,
    handed_on: date,
    due_on: date,
    answerers: Iterable[Organisation],
    parent: HandedTask | None = None,
    by: Any,
    at: datetime,
) -> list[HandedTask]:
    """One task for each house. Refused: a paper handed to the same house twice, a day that has passed, a part of what
    is closed or was not handed down from above."""
    on = day_of(at)
    rules.may_hand_down(by, on=on).require()
    if source not in HandedSource:
        raise Refused("请选择由谁交办。", "input", field="source")
    houses = list(answerers)
    if not houses:
        raise Refused("请选择承办单位。", "input", field="answerers")
    if handed_on > on:
        raise Refused("交办日期不能晚于今天。", "input", field="handed_on")
    if due_on <= handed_on:
        raise Refused("办结期限应当晚于交办日期。", "input", field="due_on")
    _check_parent(parent, source, due_on)
    facts = {
        "issued_by": filled(issued_by, "请填写交办机关。", "issued_by")[:60],
        "number": filled(number, "请填写交办文号。", "number")[:60],
        "title": filled(title, "请填写事项。", "title")[:120],
        "contents": filled(contents, "请写明交办内容和要求。", "contents"),
    }
    days = {"handed_on": handed_on, "due_on": due_on}
    return [_hand(house, {**facts, **days, "source": source, "parent": parent}, by=by, at=at) for house in houses]


def _check_parent(parent: HandedTask | None, source: str, due_on: date) -> None:
    if parent is None:
        return
    if source != HandedSource.DISTRICT or parent.source != HandedSource.UPPER:
        raise Refused("只有本级交办的事项可以分解自上级交办的事项。", "input", field="parent")
    if parent.state in (HandedState.CLOSED, HandedState.CANCELLED):
        raise Refused("这件上级交办的事项已经办结或者撤销。", "input", field="parent")
    if due_on > parent.due_on:
        words = f"分解的事项应当在上级的期限（{date_text(parent.due_on)}）以前办结。"
        raise Refused(words, "input", field="due_on")


def _hand(house: Organisation, facts: dict[str, Any], *, by: Any, at: datetime) -> HandedTask:
    if house.kind not in ANSWERERS or not house.is_active:
        raise Refused("请选择在用的工作机构、乡镇人大或者人大街道工委。", "input", field="answerers")
    same = HandedTask.objects.filter(issued_by=facts["issued_by"], number=facts["number"], answerer=house)
    if same.exists():
        raise Refused(f"{facts['number']}已经交给{house}，请核对文号。", "input", field="number")
    task = HandedTask.objects.create(answerer=house, **facts)
    deadlines.start(TASK, task, on=task.handed_on, until=task.due_on, organisation=house, by=by, at=at)
    note("hand_down", task, f"{task.issued_by}交{house}办理，{date_text(task.due_on)}前办结。", by=by, at=at)
    notices.handed_given(task, by=by, at=at)
    return task


@transaction.atomic
def take_handed(pk: Any, *, responsible: str, by: Any, at: datetime, version: int | None = None) -> HandedTask:
    """The house has it, and somebody answers for it."""
    task = _opened("take_handed", pk, by, at, version)
    task.responsible = filled(responsible, "请填写负责人。", "responsible")[:40]
    task.taken_on = day_of(at)
    _move(task, "take_handed", "responsible", "taken_on")
    note("take_handed", task, f"签收，负责人{task.responsible}。", by=by, at=at)
    notices.handed_taken(task, by=by, at=at)
    return task


@transaction.atomic
def note_handed(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> HandedTask:
    """Progress."""
    task = _opened("note_handed", pk, by, at, version)
    words = filled(text, "请填写进展。", "text")
    _entry(task, EntryKind.PROGRESS, words, by=by, at=at)
    task.bump()
    note("note_handed", task, "填报进展。", by=by, at=at)
    return task


@transaction.atomic
def report_handed(
    pk: Any, *, result: str, late_reason: str = "", by: Any, at: datetime, version: int | None = None
) -> HandedTask:
    """The report up. Refused while a part handed on is open, and late without a reason."""
    task = _opened("report_handed", pk, by, at, version)
    on = day_of(at)
    task.result = filled(result, "请写明办理结果。", "result")
    if open_parts := list(task.parts.open().select_related("answerer")[:3]):
        names = "、".join(part.answerer.label for part in open_parts)
        raise Refused(f"分解给{names}的事项还没有办结，请办结后再报告。", "state")
    if on > task.due_on:
        sentence = f"已超过期限（{date_text(task.due_on)}），请写明逾期原因。"
        task.late_reason = filled(late_reason, sentence, "late_reason")[:300]
    task.reported_on = on
    _move(task, "report_handed", "result", "late_reason", "reported_on")
    _entry(task, EntryKind.REPORT, task.result, by=by, at=at)
    deadlines.meet(TASK, task, at=at)
    deadlines.start(CHECK, task, on=on, by=by, at=at)
    note("report_handed", task, "报告办理结果。", by=by, at=at)
    notices.handed_reported(task, by=by, at=at)
    return task


@transaction.atomic
def return_handed(
    pk: Any, *, reason: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> HandedTask:
    """Given back to be done better, with another day."""
    task = _opened("return_handed", pk, by, at, version)
    return _again(task, "return_handed", reason, due_on, by=by, at=at)


@transaction.atomic
def bounce_handed(
    pk: Any, *, reason: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> HandedTask:
    """The upper congress has sent the report back."""
    task = _opened("bounce_handed", pk, by, at, version)
    return _again(task, "bounce_handed", reason, due_on, by=by, at=at)


def _again(task: HandedTask, verb: str, reason: str, due_on: date, *, by: Any, at: datetime) -> HandedTask:
    words = filled(reason, "请写明退回的理由。", "reason")
    if due_on <= day_of(at):
        raise Refused("新的期限应当在今天以后。", "input", field="due_on")
    task.due_on, task.late_reason = due_on, ""
    _move(task, verb, "due_on", "late_reason")
    _entry(task, EntryKind.RETURNED, words, by=by, at=at)
    deadlines.meet(CHECK, task, at=at)
    deadlines.start(TASK, task, on=day_of(at), until=due_on, organisation=task.answerer_id, by=by, at=at)
    summary = f"{HANDED_FLOW.label(verb)}，{date_text(due_on)}前再报：{words}"
    note(verb, task, summary, by=by, at=at)
    notices.handed_returned(task, words, by=by, at=at)
    return task


@transaction.atomic
def send_handed_up(
    pk: Any, *, up_number: str, sent_up_on: date, by: Any, at: datetime, version: int | None = None
) -> HandedTask:
    """The report went up under a number of its own."""
    task = _opened("send_handed_up", pk, by, at, version)
    task.up_number = filled(up_number, "请填写报送文号。", "up_number")[:60]
    if not (task.reported_on and task.reported_on <= sent_up_on <= day_of(at)):
        raise Refused("报送日期应当在承办单位报告以后、今天以前。", "input", field="sent_up_on")
    task.sent_up_on = sent_up_on
    _move(task, "send_handed_up", "up_number", "sent_up_on")
    deadlines.meet(CHECK, task, at=at)
    _entry(task, EntryKind.SENT_UP, f"{task.up_number}，{date_text(sent_up_on)}报送{task.issued_by}。", by=by, at=at)
    note("send_handed_up", task, f"报送{task.issued_by}（{task.up_number}）。", by=by, at=at)
    return task


@transaction.atomic
def close_handed(pk: Any, *, comment: str = "", by: Any, at: datetime, version: int | None = None) -> HandedTask:
    """Accepted: by the office for its own tasks, by the upper congress for those from above."""
    task = _opened("close_handed", pk, by, at, version)
    task.closed_on = day_of(at)
    _move(task, "close_handed", "closed_on")
    deadlines.meet(CHECK, task, at=at)
    _entry(task, EntryKind.CLOSED, comment.strip() or "报告已接受，办结。", by=by, at=at)
    note("close_handed", task, "办结。", by=by, at=at)
    notices.handed_closed(task, by=by, at=at)
    return task


@transaction.atomic
def cancel_handed(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> HandedTask:
    task = _opened("cancel_handed", pk, by, at, version)
    task.cancel_reason = filled(reason, "请写明撤销的理由。", "reason")[:300]
    _move(task, "cancel_handed", "cancel_reason")
    deadlines.cancel(TASK, task, at=at, reason=task.cancel_reason)
    note("cancel_handed", task, f"撤销：{task.cancel_reason}", by=by, at=at)
    notices.handed_cancelled(task, by=by, at=at)
    return task


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> HandedTask:
    task = lock(HandedTask, pk, version=version)
    getattr(rules, f"may_{verb}")(by, task, on=day_of(at)).require()
    return task


def _entry(task: HandedTask, kind: str, text: str, *, by: Any, at: datetime) -> None:
    HandedEntry.objects.create(task=task, kind=kind, text=text, by=by, at=at)


def _move(task: HandedTask, verb: str, *fields: str) -> None:
    task.state = HANDED_FLOW.target(verb, task.state)
    task.bump("state", *fields)
