"""A report on public feeling from the deputy's word to what became of it; each step ends a clock and starts one."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices, people, rules
from deputies.models import PublicFeeling
from deputies.states import FEELING_FLOW, Adoption, FeelingState
from deputies.transitions._paper import day_of, filled, note
from deputies.transitions.record_duty import record_duty
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.workflow import Refused, lock

BODIES = (*HANDLING_KINDS, *LOCAL_KINDS)


@transaction.atomic
def report_feeling(*, title: str, text: str, place: str = "", by: Any, at: datetime) -> PublicFeeling:
    """A serving deputy reports; the liaison office hears and has some days to take it."""
    rules.may_report_feeling(by, on=day_of(at)).require()
    seat = people.mandates_of(by, day_of(at))[0]
    feeling = PublicFeeling.objects.create(
        deputy_id=seat.deputy_id, level=seat.level, place=place.strip(), reported_at=at, **_words(title, text)
    )
    deadlines.start("feeling_receipt", feeling, on=day_of(at), by=by, at=at)
    note("report_feeling", feeling, "反映社情民意。", by=by, at=at)
    notices.feeling_reported(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def report_again(
    pk: Any, *, title: str, text: str, place: str = "", by: Any, at: datetime, version: int | None = None
) -> PublicFeeling:
    """The deputy has added what was missing."""
    feeling = _opened("report_again", pk, by, at, version)
    words = {**_words(title, text), "place": place.strip()}
    for name, value in words.items():
        setattr(feeling, name, value)
    _move(feeling, "report_again", *words)
    deadlines.start("feeling_receipt", feeling, on=day_of(at), by=by, at=at)
    note("report_again", feeling, "补充后再报。", by=by, at=at)
    notices.feeling_reported(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def return_feeling(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> PublicFeeling:
    """Sent back with what is missing."""
    feeling = _opened("return_feeling", pk, by, at, version)
    feeling.return_reason = filled(reason, "请写明需要补充什么。", "reason")
    _move(feeling, "return_feeling", "return_reason")
    deadlines.meet("feeling_receipt", feeling, at=at)
    note("return_feeling", feeling, f"退回补充：{feeling.return_reason}", by=by, at=at)
    notices.feeling_returned(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def receive_feeling(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PublicFeeling:
    """The office takes it; a line enters the deputy's file."""
    feeling = _opened("receive_feeling", pk, by, at, version)
    feeling.received_by, feeling.received_at = by, at
    _move(feeling, "receive_feeling", "received_by", "received_at")
    deadlines.meet("feeling_receipt", feeling, at=at)
    deadlines.start("feeling_forward", feeling, on=day_of(at), by=by, at=at)
    record_duty(
        feeling.deputy_id,
        "public_feeling",
        on=day_of(feeling.reported_at),
        title=f"反映社情民意：{feeling}",
        source=feeling,
        level=feeling.level,
        by=by,
        at=at,
    )
    note("receive_feeling", feeling, "接收。", by=by, at=at)
    notices.feeling_received(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def forward_feeling(
    pk: Any, *, body: Organisation, note_text: str = "", by: Any, at: datetime, version: int | None = None
) -> PublicFeeling:
    """Passed on to the body whose business it is; it has its time to answer."""
    feeling = _opened("forward_feeling", pk, by, at, version)
    if not body.is_active or body.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="body")
    feeling.body, feeling.forward_note, feeling.forwarded_at = body, note_text.strip(), at
    _move(feeling, "forward_feeling", "body", "forward_note", "forwarded_at")
    deadlines.meet("feeling_forward", feeling, at=at)
    deadlines.start("feeling_answer", feeling, on=day_of(at), organisation=body, by=by, at=at)
    note("forward_feeling", feeling, f"转{body}办理。", by=by, at=at)
    notices.feeling_forwarded(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def recall_feeling(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> PublicFeeling:
    """Taken back from a body whose business it is not, so that it goes to another."""
    feeling = _opened("recall_feeling", pk, by, at, version)
    why = filled(reason, "请写明收回的理由。", "reason")
    body, feeling.body = feeling.body, None
    _move(feeling, "recall_feeling", "body")
    deadlines.cancel("feeling_answer", feeling, at=at, reason=why)
    deadlines.start("feeling_forward", feeling, on=day_of(at), by=by, at=at)
    note("recall_feeling", feeling, f"从{body}收回：{why}", by=by, at=at)
    notices.feeling_recalled(feeling, body, why, by=by, at=at)
    return feeling


@transaction.atomic
def answer_feeling(pk: Any, *, answer: str, by: Any, at: datetime, version: int | None = None) -> PublicFeeling:
    """The body says what it has done; the office checks and tells the deputy."""
    feeling = _opened("answer_feeling", pk, by, at, version)
    feeling.answer = filled(answer, "请填写答复。", "answer")
    feeling.answered_by, feeling.answered_at = by, at
    _move(feeling, "answer_feeling", "answer", "answered_by", "answered_at")
    deadlines.meet("feeling_answer", feeling, at=at)
    deadlines.start("feeling_outcome", feeling, on=day_of(at), by=by, at=at)
    note("answer_feeling", feeling, f"{feeling.body}答复。", by=by, at=at)
    notices.feeling_answered(feeling, by=by, at=at)
    return feeling


@transaction.atomic
def close_feeling(
    pk: Any, *, adoption: str, outcome: str, by: Any, at: datetime, version: int | None = None
) -> PublicFeeling:
    """The deputy is told what became of it: adopted, in part, noted, not adopted."""
    feeling = _opened("close_feeling", pk, by, at, version)
    if adoption not in Adoption:
        raise Refused("请选择采纳情况。", "input", field="adoption")
    feeling.outcome = filled(outcome, "请写明向代表反馈的结果。", "outcome")
    feeling.adoption, feeling.closed_at = adoption, at
    kind = "feeling_outcome" if feeling.state == FeelingState.ANSWERED else "feeling_forward"
    _move(feeling, "close_feeling", "outcome", "adoption", "closed_at")
    deadlines.meet(kind, feeling, at=at)
    note("close_feeling", feeling, f"反馈代表：{feeling.get_adoption_display()}。", by=by, at=at)
    notices.feeling_closed(feeling, by=by, at=at)
    return feeling


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> PublicFeeling:
    feeling = lock(PublicFeeling, pk, version=version)
    rule = getattr(rules, f"may_{verb}")
    rule(by, feeling, on=day_of(at)).require()
    return feeling


def _move(feeling: PublicFeeling, verb: str, *fields: str) -> None:
    feeling.state = FEELING_FLOW.target(verb, feeling.state)
    feeling.bump("state", *fields)


def _words(title: str, text: str) -> dict[str, str]:
    return {
        "title": filled(title, "请填写标题。", "title"),
        "text": filled(text, "请写明反映的情况和建议。", "text"),
    }
