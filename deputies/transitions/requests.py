"""A deputy's request for service or protection, from his word to his word that it is settled."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies import notices, people, rules
from deputies.models import ServiceRequest
from deputies.states import REQUEST_FLOW, RequestKind
from deputies.transitions._paper import day_of, filled, note
from foundation import deadlines
from foundation.workflow import Refused, lock


@transaction.atomic
def ask_request(*, kind: str, text: str, wished_on: date | None = None, by: Any, at: datetime) -> ServiceRequest:
    """A serving deputy asks; the office hears, of protection the leaders too. No message says what it is about."""
    rules.may_ask_request(by, on=day_of(at)).require()
    if kind not in RequestKind:
        raise Refused("请选择请求事项。", "input", field="kind")
    if wished_on and wished_on < day_of(at):
        raise Refused("希望办理日期不能早于今天。", "input", field="wished_on")
    words = filled(text, "请写明具体情况。", "text")
    seat = people.mandates_of(by, day_of(at))[0]
    request = ServiceRequest.objects.create(
        deputy_id=seat.deputy_id, kind=kind, text=words, wished_on=wished_on, asked_at=at
    )
    deadlines.start(request.clock_kinds[0], request, on=day_of(at), by=by, at=at)
    note("ask_request", request, "提出请求。", by=by, at=at, visibility="office")
    notices.request_asked(request, by=by, at=at)
    return request


@transaction.atomic
def accept_request(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """Somebody of the office takes it up and is named to the deputy."""
    request = _opened("accept_request", pk, by, at, version)
    request.handled_by, request.accepted_at = by, at
    _move(request, "accept_request", "handled_by", "accepted_at")
    deadlines.meet(request.clock_kinds[0], request, at=at)
    deadlines.start(request.clock_kinds[1], request, on=day_of(at), by=by, at=at)
    note("accept_request", request, "受理。", by=by, at=at, visibility="office")
    notices.request_accepted(request, by=by, at=at)
    return request


@transaction.atomic
def decline_request(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """Refused with a reason; never where protection is asked for."""
    request = _opened("decline_request", pk, by, at, version)
    request.decline_reason = filled(reason, "请写明不予受理的理由。", "reason")
    request.closed_at = at
    _move(request, "decline_request", "decline_reason", "closed_at")
    deadlines.meet(request.clock_kinds[0], request, at=at)
    note("decline_request", request, "不予受理。", by=by, at=at, visibility="office")
    notices.request_declined(request, by=by, at=at)
    return request


@transaction.atomic
def answer_request(pk: Any, *, answer: str, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """What was done; the deputy says whether it is settled."""
    request = _opened("answer_request", pk, by, at, version)
    request.answer, request.answered_at = filled(answer, "请写明办理结果。", "answer"), at
    _move(request, "answer_request", "answer", "answered_at")
    deadlines.meet(request.clock_kinds[1], request, at=at)
    note("answer_request", request, "答复代表。", by=by, at=at, visibility="office")
    notices.request_answered(request, by=by, at=at)
    return request


@transaction.atomic
def settle_request(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """The deputy says that it is settled."""
    request = _opened("settle_request", pk, by, at, version)
    request.closed_at = at
    _move(request, "settle_request", "closed_at")
    note("settle_request", request, "代表确认已解决。", by=by, at=at, visibility="office")
    notices.request_settled(request, by=by, at=at)
    return request


@transaction.atomic
def reopen_request(pk: Any, *, unsettled: str, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """The deputy says what is not settled; the clock of the answer begins anew."""
    request = _opened("reopen_request", pk, by, at, version)
    request.unsettled = filled(unsettled, "请写明还有什么没有解决。", "unsettled")
    _move(request, "reopen_request", "unsettled")
    deadlines.start(request.clock_kinds[1], request, on=day_of(at), by=by, at=at)
    note("reopen_request", request, "代表表示没有解决，继续办理。", by=by, at=at, visibility="office")
    notices.request_reopened(request, by=by, at=at)
    return request


@transaction.atomic
def withdraw_request(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ServiceRequest:
    """The deputy needs it no more."""
    request = _opened("withdraw_request", pk, by, at, version)
    request.closed_at = at
    _move(request, "withdraw_request", "closed_at")
    for kind in request.clock_kinds:
        deadlines.cancel(kind, request, at=at, reason="代表撤回请求。")
    note("withdraw_request", request, "代表撤回请求。", by=by, at=at, visibility="office")
    notices.request_withdrawn(request, by=by, at=at)
    return request


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> ServiceRequest:
    request = lock(ServiceRequest, pk, version=version)
    rule = getattr(rules, f"may_{verb}")
    rule(by, request, on=day_of(at)).require()
    return request


def _move(request: ServiceRequest, verb: str, *fields: str) -> None:
    request.state = REQUEST_FLOW.target(verb, request.state)
    request.bump("state", *fields)
