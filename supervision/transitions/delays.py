"""More time, asked for before the last day with a reason, decided by the leader in charge of the unit."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused, lock
from supervision.models import Delay, DeliberationOpinion, Problem
from supervision.notices import delays as notices
from supervision.rules import delays as rules
from supervision.states.delay import DELAY_FLOW
from supervision.states.problem import MEND, EntryKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._problem import hand_of, tell_story


@transaction.atomic
def ask_problem_delay(
    pk: Any, *, reason: str, until: date | None, by: Any, at: datetime, version: int | None = None
) -> Delay:
    """The unit cannot mend it in time and says why, before the last day has passed."""
    problem = lock(Problem, pk, version=version)
    rules.may_ask_delay(by, problem, on=day_of(at)).require()
    delay = Delay.objects.create(problem=problem, round=problem.round, **_wanted(problem, reason, until, by, at))
    problem.bump()
    _told("ask_delay", problem, f"申请延至{delay.until:%Y-%m-%d}：{delay.reason}", by=by, at=at)
    notices.asked(delay, by=by, at=at)
    return delay


@transaction.atomic
def ask_opinion_delay(
    pk: Any, *, reason: str, until: date | None, by: Any, at: datetime, version: int | None = None
) -> Delay:
    """The body cannot report in time and says why, before the last day has passed."""
    opinion = lock(DeliberationOpinion, pk, version=version)
    rules.may_ask_delay(by, opinion, on=day_of(at)).require()
    delay = Delay.objects.create(opinion=opinion, round=opinion.round, **_wanted(opinion, reason, until, by, at))
    opinion.bump()
    _told("ask_delay", opinion, f"申请延至{delay.until:%Y-%m-%d}：{delay.reason}", by=by, at=at)
    notices.asked(delay, by=by, at=at)
    return delay


@transaction.atomic
def grant_delay(pk: Any, *, words: str = "", by: Any, at: datetime, version: int | None = None) -> Delay:
    """Once granted the clock runs until the new day."""
    delay = _opened("grant_delay", pk, by, at)
    subject = delay.subject
    _decide(delay, "grant_delay", words.strip(), by, at)
    clock = deadlines.clock_of(subject.term if delay.opinion_id else MEND, subject)
    if clock is None:
        raise Refused("该事项的期限已经停止计算，不需要延期。", "state")
    deadlines.extend(clock, until=delay.until, reason=delay.reason, by=by, at=at)
    subject.due_on = delay.until
    subject.bump("due_on")
    told = f"同意延至{delay.until:%Y-%m-%d}。原因：{delay.reason}"
    if delay.problem_id:
        tell_story(subject, EntryKind.DELAY, told, by=by, at=at)
    _told("grant_delay", subject, told, by=by, at=at)
    notices.decided(delay, by=by, at=at)
    return delay


@transaction.atomic
def refuse_delay(pk: Any, *, words: str, by: Any, at: datetime, version: int | None = None) -> Delay:
    """The day stays as it is; the unit learns why."""
    delay = _opened("refuse_delay", pk, by, at)
    why = filled(words, "请写明不同意的理由。", "words")
    _decide(delay, "refuse_delay", why, by, at)
    _told("refuse_delay", delay.subject, f"不同意延期：{why}", by=by, at=at)
    notices.decided(delay, by=by, at=at)
    return delay


def _wanted(subject: Any, reason: str, until: date | None, by: Any, at: datetime) -> dict[str, Any]:
    why = filled(reason, "请写明不能按期办结的原因。", "reason")
    if until is None or until <= subject.due_on:
        raise Refused(f"申请延至的日期须晚于现在的期限{subject.due_on:%Y-%m-%d}。", "input", field="until")
    return {"reason": why, "until": until, "asked_by": hand_of(by), "asked_at": at}


def _opened(verb: str, pk: Any, by: Any, at: datetime) -> Delay:
    delay = Delay.objects.get(pk=getattr(pk, "pk", pk))
    # The subject first, as everybody else locks it first.
    subject = lock(type(delay.subject), delay.subject.pk)
    delay = lock(Delay, delay.pk)
    setattr(delay, "problem" if delay.problem_id else "opinion", subject)
    getattr(rules, f"may_{verb}")(by, delay, on=day_of(at)).require()
    return delay


def _decide(delay: Delay, verb: str, words: str, by: Any, at: datetime) -> None:
    delay.state = DELAY_FLOW.target(verb, delay.state)
    delay.note, delay.decided_at, delay.decided_by = words[:300], at, hand_of(by)
    delay.save(update_fields=["state", "note", "decided_at", "decided_by"])


def _told(verb: str, subject: Any, words: str, *, by: Any, at: datetime) -> None:
    note(verb, subject, words[:500], by=by, at=at)
