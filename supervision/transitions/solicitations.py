"""A public call for topics: written, opened, closed, answered."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused, lock
from supervision.models import Solicitation
from supervision.notices import solicitations as notices
from supervision.notices.plan_clocks import ANSWER
from supervision.rules import solicitations as rules
from supervision.states.solicitation import SOLICITATION_FLOW
from supervision.transitions._beats import day_of, filled, note

FIELDS = ("year", "title", "text", "for_supervision", "for_legislation", "opens_on", "closes_on")


@transaction.atomic
def make_solicitation(*, by: Any, at: datetime, **facts: Any) -> Solicitation:
    """A draft of the call. Refused when it asks for nothing, ends before it begins, or says nothing."""
    rules.may_make_solicitation(by, on=day_of(at)).require()
    call = Solicitation(**_checked(facts))
    call.save()
    note("make_solicitation", call, f"起草{call}。", by=by, at=at, visibility="office")
    return call


@transaction.atomic
def change_solicitation(pk: Any, *, by: Any, at: datetime, version: int | None = None, **facts: Any) -> Solicitation:
    call = _opened("change_solicitation", pk, by, at, version)
    for name, value in _checked(facts).items():
        setattr(call, name, value)
    call.bump(*FIELDS)
    note("change_solicitation", call, "修改征集公告。", by=by, at=at, visibility="office")
    return call


@transaction.atomic
def open_solicitation(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Solicitation:
    """The call is public; deputies, members and committees are asked as well."""
    call = _opened("open_solicitation", pk, by, at, version)
    call.opened_at = at
    _move(call, "open_solicitation", "opened_at")
    note("open_solicitation", call, f"公布征集公告，{call.closes_on}截止。", by=by, at=at)
    notices.solicitation_opened(call, by=by, at=at)
    return call


@transaction.atomic
def close_solicitation(pk: Any, *, reason: str = "", by: Any, at: datetime, version: int | None = None) -> Solicitation:
    """No more ideas; the clock of the answer begins. Before its last day only with a reason."""
    call = _opened("close_solicitation", pk, by, at, version)
    if day_of(at) <= call.closes_on:
        call.close_reason = filled(reason, "还没有到截止日期，提前截止请写明理由。", "reason")[:200]
    call.closed_at = at
    _move(call, "close_solicitation", "closed_at", "close_reason")
    deadlines.start(ANSWER, call, on=day_of(at), by=by, at=at)
    note("close_solicitation", call, call.close_reason or "征集截止。", by=by, at=at)
    notices.solicitation_closed(call, by=by, at=at)
    return call


@transaction.atomic
def answer_solicitation(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> Solicitation:
    """Everybody reads what became of every idea; names and telephones of the citizens are erased.

    Refused while an idea waits, and while a citizen's idea has no wording for the public.
    """
    call = _opened("answer_solicitation", pk, by, at, version)
    call.outcome = filled(outcome, "请写明采纳情况的总体说明。", "outcome")
    call.answered_at = at
    _move(call, "answer_solicitation", "outcome", "answered_at")
    call.ideas.update(name="", phone="")
    deadlines.meet(ANSWER, call, at=at)
    note("answer_solicitation", call, "公布采纳情况，删除提出人的姓名和电话。", by=by, at=at)
    notices.solicitation_answered(call, by=by, at=at)
    return call


def _checked(facts: dict[str, Any]) -> dict[str, Any]:
    found = {name: facts[name] for name in FIELDS}
    found["title"] = filled(found["title"], "请填写名称。", "title")
    found["text"] = filled(found["text"], "请填写征集公告。", "text")
    if not (found["for_supervision"] or found["for_legislation"]):
        raise Refused("请选择征集监督议题还是立法项目。", "input", field="for_supervision")
    _check_days(found["opens_on"], found["closes_on"])
    return found


def _check_days(first: date, last: date) -> None:
    if last < first:
        raise Refused("截止日期不能早于开始日期。", "input", field="closes_on")


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Solicitation:
    call = lock(Solicitation, pk, version=version)
    getattr(rules, f"may_{verb}")(by, call, on=day_of(at)).require()
    return call


def _move(call: Solicitation, verb: str, *fields: str) -> None:
    call.state = SOLICITATION_FLOW.target(verb, call.state)
    call.bump("state", *fields)
