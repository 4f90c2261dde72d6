"""A questioning through its stages: planned, reported to the party committee, mobilised, sorted, called, called off."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy, Meeting
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.ballots.models import BallotRule
from foundation.web.chinese import date_text, datetime_text
from foundation.workflow import Refused, lock
from supervision.models import QuestionSession, QuestionTerm, SessionSeat, Undertaking
from supervision.notices import question_sessions as notices
from supervision.rules import questions as rules
from supervision.states.questions import QUESTION_SESSION_FLOW, SeatDuty, SessionKind
from supervision.states.session_issues import IssueState
from supervision.transitions._beats import day_of, filled, note

REVIEW_RULE = "question_review"
ORGANISERS = (
    OrganisationKind.SC_OFFICE,
    OrganisationKind.SC_COMMITTEE,
    OrganisationKind.TOWNSHIP_CONGRESS,
    OrganisationKind.STREET_COMMITTEE,
)
NO_RULE = "后台“测评办法”中没有当天有效的问政满意度评议办法，请由委员会秘书先行登记。"


@transaction.atomic
def plan_session(
    *,
    kind: str,
    title: str,
    reason: str,
    form: str,
    organiser: Organisation,
    field: QuestionTerm | None = None,
    modes: Sequence[QuestionTerm] = (),
    undertaking: Undertaking | None = None,
    starts_at: datetime | None = None,
    place: str = "",
    deputies: Sequence[Deputy] = (),
    bodies: Sequence[Organisation] = (),
    drawn: Sequence[Organisation] = (),
    guests: Sequence[str] = (),
    by: Any,
    at: datetime,
) -> QuestionSession:
    """Enters a questioning or an inquiry; nobody is told before it is mobilised.

    Refused: an organiser one does not act for, an empty topic, a body named twice.
    """
    rules.may_plan_session(by, on=day_of(at)).require()
    session = QuestionSession(
        kind=SessionKind(kind),
        title=filled(title, "请填写主题。", "title")[:100],
        reason=filled(reason, "请写明为什么问。", "reason"),
        form=form,
        organiser=organiser,
        field=field,
        undertaking=undertaking,
        starts_at=starts_at,
        place=place.strip()[:120],
        planned_by=by,
        planned_at=at,
    )
    if organiser.kind not in ORGANISERS or not rules.runs(by, session, day_of(at)):
        raise Refused("请选择本人所在的组织单位。", "input", field="organiser")
    session.save()
    session.modes.set(modes)
    _seat(session, deputies=deputies, bodies=bodies, drawn=drawn, guests=guests)
    note("plan_session", session, f"登记{session.get_kind_display()}：{session}。", by=by, at=at)
    notices.session_planned(session, by=by, at=at)
    return session


@transaction.atomic
def report_session(
    pk: Any,
    *,
    reported_on: date | None = None,
    report_note: str = "",
    decided_by: Meeting | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> QuestionSession:
    """When it was reported to the party committee, with what answer, and which meeting decided."""
    session = _opened("report", pk, by, at, version)
    if session.kind == SessionKind.QUESTIONING and reported_on is None:
        raise Refused("代表问政应当先向党委报告，请填写报告日期。", "input", field="reported_on")
    if session.kind == SessionKind.THEMATIC and decided_by is None:
        raise Refused("专题询问由主任会议决定，请选择会议。", "input", field="decided_by")
    if reported_on and reported_on > day_of(at):
        raise Refused("报告日期不能晚于今天。", "input", field="reported_on")
    session.reported_on, session.report_note = reported_on, report_note.strip()[:300]
    session.decided_by = decided_by
    session.bump("reported_on", "report_note", "decided_by")
    words = [
        f"{date_text(reported_on)}向党委报告。" if reported_on else "",
        f"{decided_by}决定。" if decided_by else "",
    ]
    note("report_session", session, "".join(words) or "登记报告和决定情况。", by=by, at=at)
    return session


@transaction.atomic
def arrange_session(
    pk: Any,
    *,
    starts_at: datetime | None = None,
    place: str = "",
    deputies: Sequence[Deputy] = (),
    bodies: Sequence[Organisation] = (),
    drawn: Sequence[Organisation] = (),
    guests: Sequence[str] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> QuestionSession:
    """Time and place, and whoever comes in addition; once it was called, the new ones are told too."""
    session = _opened("arrange", pk, by, at, version)
    moved = (session.starts_at, session.place) != (starts_at, place.strip()[:120])
    session.starts_at, session.place = starts_at, place.strip()[:120]
    session.bump("starts_at", "place")
    _seat(session, deputies=deputies, bodies=bodies, drawn=drawn, guests=guests)
    note("arrange_session", session, "调整时间、地点和参加人员。", by=by, at=at)
    if moved or deputies or bodies:
        notices.session_arranged(session, by=by, at=at)
    return session


@transaction.atomic
def mobilise_session(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """The deputies hear what it is about and what is expected of them."""
    session = _opened("mobilise", pk, by, at, version)
    _move(session, "mobilise_session")
    note("mobilise_session", session, "动员部署。", by=by, at=at)
    notices.session_mobilised(session, by=by, at=at)
    return session


@transaction.atomic
def sort_session(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """Issues may be listed from now on. Refused without deputies who ask and bodies that answer."""
    session = _opened("sort", pk, by, at, version)
    _need_seats(session)
    _move(session, "sort_session")
    note("sort_session", session, "开始梳理问题。", by=by, at=at)
    notices.session_sorting(session, by=by, at=at)
    return session


@transaction.atomic
def call_session(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """Everybody who was not drawn at random is called. The ballot rule of the day is kept with it."""
    session = _opened("call", pk, by, at, version)
    _need_seats(session)
    if session.kind != SessionKind.INQUIRY and not session.issues.exclude(state=IssueState.DROPPED).exists():
        raise Refused("请先列入至少一个问题。", "state")
    session.rule = BallotRule.objects.named(REVIEW_RULE, day_of(at))
    if session.rule is None:
        raise Refused(NO_RULE, "state")
    _move(session, "call_session", "rule")
    note("call_session", session, f"定于{datetime_text(session.starts_at)}在{session.place}举行。", by=by, at=at)
    notices.session_called(session, by=by, at=at)
    return session


@transaction.atomic
def cancel_session(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> QuestionSession:
    """Called off before the floor was open. Refused while an issue is with a body."""
    session = _opened("cancel", pk, by, at, version)
    session.cancel_reason = filled(reason, "请写明取消的理由。", "reason")[:200]
    if session.issues.at_work().exists():
        raise Refused("已有问题交办，请先收回再取消。", "state")
    _move(session, "cancel_session", "cancel_reason")
    note("cancel_session", session, f"取消：{session.cancel_reason}", by=by, at=at)
    notices.session_cancelled(session, by=by, at=at)
    return session


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> QuestionSession:
    session = lock(QuestionSession, pk, version=version)
    getattr(rules, f"may_{verb}_session")(by, session, on=day_of(at)).require()
    return session


def _move(session: QuestionSession, verb: str, *fields: str) -> None:
    session.state = QUESTION_SESSION_FLOW.target(verb, session.state)
    session.bump("state", *fields)


def _need_seats(session: QuestionSession) -> None:
    duties = set(session.seats.values_list("duty", flat=True))
    if SeatDuty.ASKS not in duties:
        raise Refused("还没有提问的代表，请先“调整安排”。", "state")
    if SeatDuty.ANSWERS not in duties:
        raise Refused("还没有应答单位，请先“调整安排”。", "state")


def _seat(
    session: QuestionSession,
    *,
    deputies: Sequence[Deputy],
    bodies: Sequence[Organisation],
    drawn: Sequence[Organisation],
    guests: Sequence[str],
) -> None:
    """Adds whoever does not sit yet."""
    taken = {(seat.deputy_id, seat.body_id) for seat in session.seats.all()}
    if twice := {body.pk for body in bodies} & {body.pk for body in drawn}:
        both = "、".join(str(body) for body in bodies if body.pk in twice)
        raise Refused(f"{both}既是定向又是随机，请只选一种。", "input", field="drawn")
    rows = [SessionSeat(session=session, duty=SeatDuty.ASKS, deputy=one) for one in deputies]
    rows += [SessionSeat(session=session, duty=SeatDuty.ANSWERS, body=one) for one in bodies]
    rows += [SessionSeat(session=session, duty=SeatDuty.ANSWERS, body=one, at_random=True) for one in drawn]
    new = [row for row in rows if (row.deputy_id, row.body_id) not in taken]
    known = set(session.seats.exclude(name="").values_list("name", flat=True))
    names = [name.strip()[:60] for name in guests if name.strip()]
    new += [SessionSeat(session=session, duty=SeatDuty.SITS, name=n) for n in dict.fromkeys(names) if n not in known]
    SessionSeat.objects.bulk_create(new)
