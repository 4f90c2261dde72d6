"""One step of a supervision: done with its paper, left out with a reason, given back, or moved to another day."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused, lock
from supervision.models import StepPaper, Undertaking, UndertakingStep
from supervision.notices import undertakings as notices
from supervision.rules import undertakings as rules
from supervision.states.undertaking import STEP_FLOW, Anchor, Need
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._needs import met
from supervision.transitions._steps import CLOCK, computed_day, schedule


@transaction.atomic
def finish_step(
    pk: Any,
    *,
    words: str = "",
    done_on: date | None = None,
    dated_on: date | None = None,
    text: str = "",
    second_part: str = "",
    late_reason: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> UndertakingStep:
    """Done on a day, with its paper where one is asked. Refused: what it needs is missing, late without a reason, a
    paper dated after the meeting. Only the house may enter an earlier day than today's."""
    undertaking, step = _opened("finish_step", pk, by, at, version)
    day = _day_done(undertaking, step, done_on, by, day_of(at))
    met(undertaking, step, day).require()
    paper = _paper(undertaking, step, text, second_part, dated_on or day, day)
    if step.due_on and day > step.due_on:
        step.late_reason = filled(late_reason, f"期限是{step.due_on}，已经超过，请写明理由。", "late_reason")[:300]
    else:
        step.late_reason = ""
    step.note = words.strip() if paper else filled(words, "请写明办理情况。", "words")
    step.done_on, step.done_by = day, by
    _move(step, "finish_step", "late_reason", "note", "done_on", "done_by")
    if paper:
        paper.submitted_by, paper.submitted_at = by, at
        paper.save(force_insert=True)
    deadlines.meet(CLOCK, step, at=at)
    schedule(undertaking, by=by, at=at)
    _note(step, "finish_step", f"{step.doer}完成“{step.name}”。", by=by, at=at)
    notices.step_done(step, by=by, at=at)
    return step


@transaction.atomic
def skip_step(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> UndertakingStep:
    """Left out, with the reason; never a step of the law."""
    undertaking, step = _opened("skip_step", pk, by, at, version)
    step.skip_reason = filled(reason, "请写明不需办理的理由。", "reason")[:300]
    _move(step, "skip_step", "skip_reason")
    deadlines.cancel(CLOCK, step, at=at, reason=step.skip_reason)
    schedule(undertaking, by=by, at=at)
    _note(step, "skip_step", f"“{step.name}”不需办理：{step.skip_reason}", by=by, at=at)
    return step


@transaction.atomic
def reopen_step(
    pk: Any, *, reason: str, due_on: date | None = None, by: Any, at: datetime, version: int | None = None
) -> UndertakingStep:
    """Given back to be done again, until another day if one is named; what was handed in stays."""
    undertaking, step = _opened("reopen_step", pk, by, at, version)
    step.return_reason = filled(reason, "请写明退回的理由和需要补充的内容。", "reason")[:300]
    if due_on:
        _fix(undertaking, step, due_on, step.return_reason, day_of(at))
    step.done_on, step.done_by, step.skip_reason = None, None, ""
    _move(step, "reopen_step", "return_reason", "done_on", "done_by", "skip_reason", "fixed_on", "move_reason")
    schedule(undertaking, by=by, at=at)
    _note(step, "reopen_step", f"“{step.name}”退回重办：{step.return_reason}", by=by, at=at)
    notices.step_returned(step, by=by, at=at)
    return step


@transaction.atomic
def move_step(
    pk: Any, *, due_on: date, reason: str, by: Any, at: datetime, version: int | None = None
) -> UndertakingStep:
    """Another day for one step. A step of the law may be due earlier, never later."""
    undertaking, step = _opened("move_step", pk, by, at, version)
    _fix(undertaking, step, due_on, filled(reason, "请写明改期的理由。", "reason")[:300], day_of(at))
    step.bump("fixed_on", "move_reason")
    schedule(undertaking, by=by, at=at)
    _note(step, "move_step", f"“{step.name}”改为{due_on}前完成：{step.move_reason}", by=by, at=at)
    notices.step_moved(step, by=by, at=at)
    return step


def _note(step: UndertakingStep, verb: str, words: str, *, by: Any, at: datetime) -> None:
    """A body reads of its own steps and of those shared with it, of nothing else."""
    told = step.is_shared or step.organisation_id is not None
    note(verb, step.undertaking, words, by=by, at=at, visibility="parties" if told else "office")


def _fix(undertaking: Undertaking, step: UndertakingStep, due_on: date, reason: str, on: date) -> None:
    if due_on < on:
        raise Refused("期限不能早于今天。", "input", field="due_on")
    lawful = computed_day(undertaking, step, [])
    if step.statutory_days and lawful and due_on > lawful:
        raise Refused(f"法定须在会议{step.statutory_days}日前完成，最迟{lawful}，只能提前。", "input", field="due_on")
    step.fixed_on, step.move_reason = due_on, reason


def _day_done(undertaking: Undertaking, step: UndertakingStep, done_on: date | None, by: Any, today: date) -> date:
    if done_on is None or not rules.runs(by, undertaking, today):
        return today
    if done_on > today:
        raise Refused("完成日期不能晚于今天。", "input", field="done_on")
    if undertaking.started_on and done_on < undertaking.started_on:
        raise Refused(f"完成日期不能早于监督启动的日期{undertaking.started_on}。", "input", field="done_on")
    return done_on


def _paper(
    undertaking: Undertaking, step: UndertakingStep, text: str, second_part: str, dated_on: date, day: date
) -> StepPaper | None:
    """The next version of the step's paper, not saved yet; None where none is asked."""
    if not step.paper:
        return None
    meeting = undertaking.day_of_meeting
    if step.anchor == Anchor.MEETING and meeting and dated_on > meeting:
        raise Refused(f"材料的落款日期晚于会议日期{meeting}，请核对。", "input", field="dated_on")
    if dated_on > day:
        raise Refused("落款日期不能晚于提交的日期。", "input", field="dated_on")
    if step.need == Need.TWO_PARTS:
        filled(second_part, "报告的第二部分请写对修改完善法律法规的建议；没有建议的，写明“无”。", "second_part")
    number = step.papers.count() + 1
    body = filled(text, "请填写正文或者主要内容。", "text")
    return StepPaper(step=step, number=number, dated_on=dated_on, text=body, second_part=second_part.strip())


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> tuple[Undertaking, UndertakingStep]:
    """The supervision first and then the step, so that two steps of one never wait for each other."""
    undertaking = lock(Undertaking, _parent(pk))
    step = lock(UndertakingStep, pk, version=version)
    step.undertaking = undertaking
    getattr(rules, f"may_{verb}")(by, step, on=day_of(at)).require()
    return undertaking, step


def _parent(pk: Any) -> int:
    return UndertakingStep.objects.values_list("undertaking", flat=True).get(pk=getattr(pk, "pk", pk))


def _move(step: UndertakingStep, verb: str, *fields: str) -> None:
    step.state = STEP_FLOW.target(verb, step.state)
    step.bump("state", *fields)
