"""What follows from a ballot on an appointee: further measures, reported and confirmed."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused, lock
from supervision.models import AppointeeMeasure, DutyReport
from supervision.notices import appointees as notices
from supervision.rules import appointees as rules
from supervision.states.appointees import MEASURE_FLOW
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.appointees import MEASURE, order_measure, owe


@transaction.atomic
def add_measure(
    pk: Any, *, what: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> AppointeeMeasure:
    """Besides what follows by itself: a talk, a further ballot, a proposal to remove."""
    report = lock(DutyReport, pk, version=version)
    rules.may_add_measure(by, report, on=day_of(at)).require()
    if due_on < day_of(at):
        raise Refused("落实期限不能早于今天。", "input", field="due_on")
    report.bump()
    return order_measure(report, what=filled(what, "请写明要求。", "what"), due_on=due_on, by=by, at=at)


@transaction.atomic
def report_measure(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> AppointeeMeasure:
    measure = _opened("report_measure", pk, by, at, version)
    measure.text, measure.return_reason = filled(text, "请写明落实情况。", "text"), ""
    _move(measure, "report_measure", "text", "return_reason")
    deadlines.meet(MEASURE, measure, at=at)
    note("report_measure", measure.report, f"报告落实情况：{measure.what}", by=by, at=at)
    notices.measure_reported(measure, by=by, at=at)
    return measure


@transaction.atomic
def return_measure(
    pk: Any, *, reason: str, due_on: date, by: Any, at: datetime, version: int | None = None
) -> AppointeeMeasure:
    measure = _opened("return_measure", pk, by, at, version)
    if due_on < day_of(at):
        raise Refused("新的期限不能早于今天。", "input", field="due_on")
    measure.return_reason, measure.due_on = filled(reason, "请写明退回的理由。", "reason")[:300], due_on
    _move(measure, "return_measure", "return_reason", "due_on")
    owe(MEASURE, measure, measure.report.appointee, due_on, by=by, at=at)
    note("return_measure", measure.report, f"退回继续落实：{measure.return_reason}", by=by, at=at)
    notices.measure_returned(measure, by=by, at=at)
    return measure


@transaction.atomic
def confirm_measure(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> AppointeeMeasure:
    measure = _opened("confirm_measure", pk, by, at, version)
    measure.confirmed_at = at
    _move(measure, "confirm_measure", "confirmed_at")
    note("confirm_measure", measure.report, f"确认落实：{measure.what}", by=by, at=at)
    notices.measure_confirmed(measure, by=by, at=at)
    return measure


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> AppointeeMeasure:
    measure = lock(AppointeeMeasure, pk, version=version)
    getattr(rules, f"may_{verb}")(by, measure, on=day_of(at)).require()
    return measure


def _move(measure: AppointeeMeasure, verb: str, *fields: str) -> None:
    measure.state = MEASURE_FLOW.target(verb, measure.state)
    measure.bump("state", *fields)
