"""The buttons of one promise: on its own page, and on the page of its case."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from foundation.web.actions import Action
from suggestions import rules
from suggestions.models import CarryOver, Commitment
from suggestions.rules import relations
from suggestions.states import CommitmentState
from suggestions.views.verb import Verb

PROGRESS = Verb("填报承诺进展", "record-progress", rules.may_record_progress, tone="primary", icon="edit")
REPORT = Verb("报告承诺兑现", "report-fulfilment", rules.may_fulfil, icon="check")
CONFIRM = Verb("确认承诺兑现", "confirm-fulfilment", rules.may_confirm_fulfilment, tone="primary")
RATE = Verb("对兑现再次评价", "rate-promise", rules.may_rate_promise, tone="primary", icon="star")
SETTLE = Verb("按已兑现记载（代表未再评价）", "settle-promise", rules.may_settle_promise)
EXPLAIN = Verb("说明结转原因", "explain-carry", rules.may_explain_carry_over, tone="primary")


def promise_actions(user: Any, promise: Commitment, on: date) -> Iterator[Action]:
    """What this person has to do with a promise in its present state."""
    if relations.is_unit(user, promise.assignment, on) and promise.state == CommitmentState.OPEN:
        yield from (verb.action(user, promise, on) for verb in (PROGRESS, REPORT))
    if relations.is_lead(user, promise.suggestion) and promise.state == CommitmentState.CONFIRMED:
        yield RATE.action(user, promise, on)
    if relations.is_office(user, promise.suggestion, on) and promise.state == CommitmentState.REPORTED:
        yield CONFIRM.action(user, promise, on)


def carry_actions(user: Any, carries: list[CarryOver], on: date) -> Iterator[Action]:
    """Explanations the unit still owes."""
    for carried in carries:
        if carried.is_open and relations.is_unit(user, carried.assignment, on):
            yield EXPLAIN.action(user, carried, on, f"说明{carried}的原因")


def settle_action(user: Any, promise: Commitment, on: date) -> Iterator[Action]:
    """The office's end of a silence."""
    if relations.is_office(user, promise.suggestion, on) and promise.state == CommitmentState.CONFIRMED:
        yield SETTLE.action(user, promise, on)
