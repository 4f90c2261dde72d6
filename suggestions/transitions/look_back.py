"""A look back at the replies of an earlier year: opened by the office, answered by the units, closed by the office."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.states import Level
from foundation import audit, deadlines
from foundation.workflow import Refused, announce, lock
from suggestions import notices
from suggestions.models import Assignment, LookBack, LookBackItem, ProgressColour, Reply
from suggestions.rules import may_answer_look_back, may_close_look_back, may_open_look_back
from suggestions.states import AssignmentState
from suggestions.transitions.beats import chinese_day, day_of, note, open_unit_paper
from suggestions.transitions.clocks import stop


@transaction.atomic
def open_look_back(
    *, by: Any, at: datetime, year: int, class_code: str, due_on: date, title: str = "", note: str = ""
) -> LookBack:
    """The office asks every unit what has become of its replies of one class to the suggestions of `year`.

    Refused while one for the same year and class runs, without any such reply, and for a day that has passed. What was
    raised since by a kept promise is answered at once. Each unit hears how many it has to answer.
    """
    may_open_look_back(by, on=day_of(at)).require()
    if due_on < day_of(at):
        raise Refused("填报期限不能早于今天，请重新填写。", "input")
    if LookBack.objects.filter(year=year, class_code=class_code, closed_at=None).exists():
        raise Refused("这一年度、这一类别的回头看正在进行，请勿重复发起。", "input")
    parts = _parts(year, class_code)
    if not parts:
        raise Refused(f"{year}年的建议中没有{class_code}类答复，请核对年度和类别。", "input")
    title = title or f"{year}年{class_code}类答复办理落实情况回头看"
    facts = {"title": title, "note": note, "due_on": due_on, "opened_by": by, "opened_at": at}
    look_back = LookBack.objects.create(year=year, class_code=class_code, **facts)
    items = [_item(look_back, part, by=by, at=at) for part in parts]
    _record("open_look_back", look_back, f"发起{look_back}，共{len(items)}件，{chinese_day(due_on)}前填报。", by, at)
    notices.look_back_opened(look_back, [item for item in items if item.is_open], by=by, at=at)
    return look_back


@transaction.atomic
def answer_look_back(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, colour: ProgressColour, text: str
) -> LookBackItem:
    """A unit says where the matter of one reply stands now; `pk` is the LookBackItem. Office and deputy hear."""
    item = open_unit_paper(LookBackItem, pk)
    may_answer_look_back(by, item, on=day_of(at)).require()
    if not text.strip():
        raise Refused("请写明落实情况。", "input")
    _answer(item, colour, text, by=by, at=at)
    deadlines.meet("look_back", item, at=at)
    note("answer_look_back", item.suggestion, f"{item.assignment.unit}回头看（{colour.name}）：{text}", by=by, at=at)
    notices.look_back_answered(item, by=by, at=at)
    return item


@transaction.atomic
def close_look_back(pk: Any, *, by: Any, at: datetime, version: int | None = None, conclusion: str) -> LookBack:
    """The office sums a look back up and ends it; what was not answered stays on record as such."""
    look_back = lock(LookBack, pk)
    may_close_look_back(by, look_back, on=day_of(at)).require()
    if not conclusion.strip():
        raise Refused("请写明总体情况。", "input")
    look_back.closed_by, look_back.closed_at, look_back.conclusion = by, at, conclusion
    look_back.save(update_fields=["closed_by", "closed_at", "conclusion"])
    for item in look_back.items.filter(answered_at=None):
        stop(item, at=at, reason="回头看已办结")
    _record("close_look_back", look_back, f"{look_back}办结：{conclusion}", by, at)
    notices.look_back_closed(look_back, by=by, at=at)
    return look_back


def _parts(year: int, class_code: str) -> list[Assignment]:
    """Parts of the district's suggestions of that year whose last delivered reply was given this class."""
    rows = Assignment.objects.answering().filter(
        state=AssignmentState.DELIVERED, suggestion__level=Level.DISTRICT, suggestion__first_assigned_on__year=year
    )
    parts = {part.pk: part for part in rows.select_related("suggestion", "unit").order_by("pk")}
    replies = Reply.objects.delivered().filter(assignment__in=parts, result_class__isnull=False)
    last = {reply.assignment_id: reply for reply in replies.select_related("result_class").order_by("round__number")}
    return [part for pk, part in parts.items() if pk in last and last[pk].result_class.code == class_code]


def _item(look_back: LookBack, part: Assignment, *, by: Any, at: datetime) -> LookBackItem:
    item = LookBackItem.objects.create(look_back=look_back, suggestion=part.suggestion, assignment=part)
    raised = part.commitments.filter(upgraded_to__isnull=False).order_by("-upgraded_at").first()
    colour = ProgressColour.objects.on(day_of(at)).filter(is_done=True).first()
    if raised and colour:
        day = chinese_day(timezone.localdate(raised.upgraded_at))
        _answer(item, colour, f"承诺已兑现，{day}升为{raised.upgraded_to.code}类。", by=None, at=at)
    else:
        deadlines.start(
            "look_back", item, on=day_of(at), organisation=part.unit_id, until=look_back.due_on, by=by, at=at
        )
    return item


def _answer(item: LookBackItem, colour: ProgressColour, text: str, *, by: Any, at: datetime) -> None:
    item.colour, item.text, item.answered_by, item.answered_at = colour, text, by, at
    item.save(update_fields=["colour", "text", "answered_by", "answered_at"])


def _record(verb: str, look_back: LookBack, summary: str, by: Any, at: datetime) -> None:
    audit.record(f"suggestions.{verb}", look_back, by=by, at=at, summary=summary, visibility="parties")
    announce(f"suggestions.{verb}", look_back, by=by, at=at)
