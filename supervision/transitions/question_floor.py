"""The floor of a questioning: opened, asked, answered, followed up, shut; then reviewed, published, closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.transitions.record_duty import record_duty
from foundation.workflow import Refused, lock
from supervision.models import FloorAnswer, FloorQuestion, QuestionSession, SessionIssue, SessionSeat
from supervision.notices import question_sessions as notices
from supervision.rules import questions as rules
from supervision.states.questions import (
    FLOOR_QUESTION_FLOW,
    QUESTION_SESSION_FLOW,
    QuestionState,
    SeatDuty,
    SessionForm,
)
from supervision.states.session_issues import ENDED
from supervision.transitions._beats import day_of, filled, note

DUTY = "inquiry"


@transaction.atomic
def open_floor(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """From now on questions are put; a body that was drawn hears of it at this moment."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_open_floor(by, session, on=day_of(at)).require()
    session.opened_at = at
    session.bump("opened_at")
    note("open_floor", session, "问答开始。", by=by, at=at)
    notices.floor_opened(session, by=by, at=at)
    return session


@transaction.atomic
def ask_question(
    pk: Any,
    *,
    text: str,
    seat: SessionSeat | None = None,
    issue: SessionIssue | None = None,
    follows: FloorQuestion | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> FloorQuestion:
    """A question: prepared while the floor is shut, or until the chair calls it up; put at once by whoever keeps the
    record, as a follow-up, and where the form is online. A deputy asks for himself alone.
    """
    session = lock(QuestionSession, pk)
    rules.may_ask(by, session, on=day_of(at)).require()
    keeps = bool(rules.runs(by, session, day_of(at)))
    seat = _asking(session, seat, by, keeps)
    if issue is not None and issue.session_id != session.pk:
        raise Refused("请选择本次问政清单中的问题。", "input", field="issue")
    if follows is not None and (follows.session_id != session.pk or follows.state != QuestionState.ANSWERED):
        raise Refused("对已经答复的问题才能追问。", "input", field="text")
    at_once = session.is_live and (keeps or follows is not None or session.form == SessionForm.ONLINE)
    question = FloorQuestion.objects.create(
        session=session,
        issue=issue or (follows.issue if follows else None),
        follows=follows,
        seat=seat,
        text=filled(text, "请填写问题。", "text"),
        state=QuestionState.ASKED if at_once else QuestionState.PREPARED,
        asked_at=at if at_once else None,
        written_by=by,
        written_at=at,
    )
    note("ask_question", question, f"{seat}{'追问' if follows else '提问'}：{question.text[:200]}", by=by, at=at)
    return question


@transaction.atomic
def call_up(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> FloorQuestion:
    """The chair gives the floor to a prepared question."""
    question = lock(FloorQuestion, pk, version=version)
    rules.may_call_up(by, question, on=day_of(at)).require()
    question.state, question.asked_at = FLOOR_QUESTION_FLOW.target("call_up", question.state), at
    question.bump("state", "asked_at")
    note("call_up", question, "请代表提问。", by=by, at=at)
    return question


@transaction.atomic
def pass_over(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> FloorQuestion:
    """Not put this time."""
    question = lock(FloorQuestion, pk, version=version)
    rules.may_pass_over(by, question, on=day_of(at)).require()
    question.state = FLOOR_QUESTION_FLOW.target("pass_over", question.state)
    question.bump("state")
    note("pass_over", question, "这次不再提问。", by=by, at=at)
    return question


@transaction.atomic
def answer_question(
    pk: Any,
    *,
    seat: SessionSeat,
    speaker: str,
    text: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> FloorAnswer:
    """What the body said, by whom. Another body may add, a correction is a further answer."""
    question = lock(FloorQuestion, pk)
    rules.may_answer_question(by, question, on=day_of(at)).require()
    session = question.session
    if seat.session_id != session.pk or seat.duty != SeatDuty.ANSWERS:
        raise Refused("请选择本次问政的应答单位。", "input", field="seat")
    keeps = bool(rules.runs(by, session, day_of(at)))
    if not keeps and seat.body_id not in by.organisations(*rules.ANSWERING, on=day_of(at)):
        raise Refused("只能代表本单位答复。", "input", field="seat")
    answer = FloorAnswer.objects.create(
        question=question,
        seat=seat,
        speaker=filled(speaker, "请写明应答人的姓名和职务。", "speaker")[:60],
        text=filled(text, "请填写答复。", "text"),
        written_by=by,
        answered_at=at,
    )
    question.state = FLOOR_QUESTION_FLOW.target("answer_question", question.state)
    question.bump("state")
    note("answer_question", session, f"{seat}{answer.speaker}答复：{answer.text[:200]}", by=by, at=at)
    return answer


@transaction.atomic
def shut_floor(
    pk: Any,
    *,
    present: Sequence[SessionSeat],
    summary: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> QuestionSession:
    """Who came and how it went. Deputies who came have it in their files; what was not put is passed over."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_shut_floor(by, session, on=day_of(at)).require()
    session.summary = filled(summary, "请填写问答情况。", "summary")
    session.shut_at = at
    session.bump("summary", "shut_at")
    came, day = {seat.pk for seat in present}, timezone.localdate(session.starts_at or at)
    title = f"参加{session.get_kind_display()}：{session}"
    for seat in session.seats.select_related("deputy"):
        seat.is_present = seat.pk in came
        seat.save(update_fields=["is_present"])
        if seat.deputy and seat.is_present:
            record_duty(seat.deputy, DUTY, on=day, title=title, source=seat, by=by, at=at)
    left = session.questions.filter(state=QuestionState.PREPARED)
    for question in left:
        pass_over(question.pk, by=by, at=at)
    note("shut_floor", session, f"问答结束，{len(came)}方到场。", by=by, at=at)
    notices.floor_shut(session, by=by, at=at)
    return session


@transaction.atomic
def review_session(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """The list is with the bodies; what remains is to follow it. Refused while an issue was not handed over."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_review_session(by, session, on=day_of(at)).require()
    if left := session.issues.filter(state="listed").count():
        raise Refused(f"还有{left}个问题没有交办，请先交办问题清单。", "state")
    _move(session, "review_session")
    note("review_session", session, "转入工作评议。", by=by, at=at)
    return session


@transaction.atomic
def publish_session(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """Everybody may follow it from now on: the two lists, what was asked and answered, and every issue to its end."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_publish_session(by, session, on=day_of(at)).require()
    session.published_at = at
    session.bump("published_at")
    note("publish_session", session, "向社会公布。", by=by, at=at)
    notices.session_published(session, by=by, at=at)
    return session


@transaction.atomic
def withdraw_session(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """Taken down, with the reason on record."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_withdraw_session(by, session, on=day_of(at)).require()
    why = filled(reason, "请写明撤下的理由。", "reason")[:200]
    session.published_at = None
    session.bump("published_at")
    note("withdraw_session", session, f"撤下公布：{why}", by=by, at=at)
    return session


@transaction.atomic
def close_session(pk: Any, *, result: str, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """The whole result, told to everybody who took part. Refused while an issue is on its way."""
    session = lock(QuestionSession, pk, version=version)
    rules.may_close_session(by, session, on=day_of(at)).require()
    if left := session.issues.exclude(state__in=ENDED).count():
        raise Refused(f"还有{left}个问题没有销号，不能办结。", "state")
    session.result = filled(result, "请写明总体结果。", "result")
    session.ended_at = at
    session.published_at = session.published_at or at
    _move(session, "close_session", "result", "ended_at", "published_at")
    note("close_session", session, "办结，公布结果。", by=by, at=at)
    notices.session_closed(session, by=by, at=at)
    return session


def _move(session: QuestionSession, verb: str, *fields: str) -> None:
    session.state = QUESTION_SESSION_FLOW.target(verb, session.state)
    session.bump("state", *fields)


def _asking(session: QuestionSession, seat: SessionSeat | None, by: Any, keeps: bool) -> SessionSeat:
    """Whose question it is."""
    own = session.seats.filter(deputy__user=by.pk, duty=SeatDuty.ASKS).first()
    if seat is None:
        seat = own
    if seat is None or seat.session_id != session.pk or seat.duty != SeatDuty.ASKS:
        raise Refused("请选择提问的代表。", "input", field="seat")
    if not keeps and seat != own:
        raise Refused("只能登记本人的问题。", "input", field="seat")
    return seat
