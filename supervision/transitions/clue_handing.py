"""A clue goes to the discipline inspection: handed over, received, taken up or not, answered, closed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.audit import record
from foundation.workflow import Refused, lock
from supervision.models import Clue
from supervision.rules import clues as rules
from supervision.states.clues import ClueEntryKind
from supervision.transitions._beats import filled
from supervision.transitions._clue import move, opened, past

K = ClueEntryKind
# The commission of supervision sits in one house with the party's commission for discipline inspection.
RECIPIENTS = (OrganisationKind.SUPERVISION_COMMISSION, OrganisationKind.PARTY_BODY)


@transaction.atomic
def hand_clue(
    pk: Any,
    *,
    recipient: Organisation,
    document_number: str,
    handed_on: date,
    files: Iterable[Any] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Clue:
    """Handed over with its letter. Refused: another body, a number used before, a day to come."""
    clue = opened("hand_clue", pk, by, at, version)
    if not recipient.is_active or recipient.kind not in RECIPIENTS:
        raise Refused("请选择监察委员会或者纪律检查委员会。", "input", field="recipient")
    number = filled(document_number, "请填写移送函文号。", "document_number")
    if Clue.objects.filter(document_number=number).exists():
        raise Refused("这个文号已经使用，请核对。", "input", field="document_number")
    clue.recipient, clue.document_number = recipient, number
    clue.handed_on = past(handed_on, at, "移送日期不能晚于今天。", "handed_on")
    fields = ("recipient", "document_number", "handed_on")
    return move(clue, "hand_clue", K.HANDED, f"{number}，移送{recipient}。", *fields, files=files, by=by, at=at)


@transaction.atomic
def receive_clue(
    pk: Any,
    *,
    received_on: date,
    receipt_number: str,
    receiver: str,
    files: Iterable[Any] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Clue:
    """The receipt has come: its number, who signed, on which day."""
    clue = opened("receive_clue", pk, by, at, version)
    clue.received_on = past(received_on, at, "签收日期不能晚于今天。", "received_on", since=clue.handed_on)
    clue.receipt_number = filled(receipt_number, "请填写回执编号。", "receipt_number")
    words = f"签收人：{filled(receiver, '请填写签收人。', 'receiver')}"
    fields = ("received_on", "receipt_number")
    return move(clue, "receive_clue", K.RECEIVED, words, *fields, files=files, by=by, at=at)


@transaction.atomic
def accept_clue(
    pk: Any, *, text: str, files: Iterable[Any] = (), by: Any, at: datetime, version: int | None = None
) -> Clue:
    """It is taken up; the result is waited for."""
    clue = opened("accept_clue", pk, by, at, version)
    words = filled(text, "请写明受理的情况和承办部门。", "text")
    clue.is_accepted = True
    return move(clue, "accept_clue", K.ACCEPTED, words, "is_accepted", files=files, by=by, at=at)


@transaction.atomic
def decline_clue(
    pk: Any, *, reason: str, files: Iterable[Any] = (), by: Any, at: datetime, version: int | None = None
) -> Clue:
    """It is not taken up, for a reason."""
    clue = opened("decline_clue", pk, by, at, version)
    why = filled(reason, "请写明接收机关不予受理的理由。", "reason")
    clue.is_accepted = False
    return move(clue, "decline_clue", K.DECLINED, why, "is_accepted", files=files, by=by, at=at)


@transaction.atomic
def answer_clue(
    pk: Any, *, text: str, files: Iterable[Any] = (), by: Any, at: datetime, version: int | None = None
) -> Clue:
    """What came of it, as far as the recipient may tell."""
    clue = opened("answer_clue", pk, by, at, version)
    words = filled(text, "请写明接收机关反馈的处置结果。", "text")
    return move(clue, "answer_clue", K.ANSWERED, words, files=files, by=by, at=at)


@transaction.atomic
def close_clue(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> Clue:
    clue = opened("close_clue", pk, by, at, version)
    words = filled(text, "请写明结果怎样运用，如督促完善制度、列入问题清单。", "text")
    clue.closed_at = at
    return move(clue, "close_clue", K.CLOSED, words, "closed_at", files=(), by=by, at=at)


@transaction.atomic
def open_clue(pk: Any, *, what: str = "查阅。", by: Any, at: datetime) -> Clue:
    """Somebody reads it: always written down, never what was read."""
    clue = lock(Clue, pk)
    rules.may_open_clue(by, clue).require()
    record("supervision.open_clue", clue, by=by, at=at, summary=what, visibility="office")
    return clue
