"""A bill of appointments and removals, from the proposer's paper to the agenda; who is named in it, and the vote."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting, MeetingKind
from foundation import deadlines
from foundation.accounts.models import Organisation, User
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import Appointee, Appointment, AppointmentKind, Nominee, ServiceStatement
from supervision.notices import appointments as notices
from supervision.rules import appointments as rules
from supervision.states.appointments import APPOINTMENT_FLOW, OPEN_EXAMS
from supervision.transitions import law_exam
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.called_off import call_off

STATEMENT = "nominee_statement"
EXAM = law_exam.CLOCK


@transaction.atomic
def file_appointment(
    *,
    title: str,
    proposed_by: str,
    received_on: date,
    proposer: Organisation | None = None,
    by: Any,
    at: datetime,
) -> Appointment:
    """The bill as it came in; who is named in it is added afterwards."""
    rules.may_file_appointment(by, on=day_of(at)).require()
    if received_on > day_of(at):
        raise Refused("收到日期不能晚于今天。", "input", field="received_on")
    appointment = Appointment.objects.create(
        title=filled(title, "请填写案名。", "title")[:120],
        proposed_by=filled(proposed_by, "请写明由谁提请。", "proposed_by")[:60],
        proposer=proposer,
        received_on=received_on,
        filed_at=at,
    )
    note(
        "file_appointment", appointment, f"{appointment.proposed_by}提请，{date_text(received_on)}收到。", by=by, at=at
    )
    return appointment


@transaction.atomic
def name_nominee(
    pk: Any,
    *,
    kind: AppointmentKind,
    name: str,
    post: str,
    organ: Organisation | None,
    reason: str,
    present_post: str = "",
    user: User | None = None,
    appointee: Appointee | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Nominee:
    """One more line. A removal names whom the register knows, and his post."""
    appointment = lock(Appointment, pk, version=version)
    rules.may_name_nominee(by, appointment, on=day_of(at)).require()
    if kind.is_removal:
        if appointee is None or appointee.ended_on is not None:
            raise Refused("请选择在任的任命人员。", "input", field="appointee")
        name, post, organ, user = appointee.name, appointee.post, appointee.organ, appointee.user
    if organ is None:
        raise Refused("请选择任职机关。", "input", field="organ")
    nominee = Nominee(
        appointment=appointment,
        kind=kind,
        name=filled(name, "请填写姓名。", "name")[:40],
        post=filled(post, "请填写职务。", "post")[:80],
        organ=organ,
        present_post=present_post.strip()[:80],
        reason=filled(reason, "请填写任免理由。", "reason"),
        user=user,
        appointee=appointee if kind.is_removal else None,
    )
    if appointment.nominees.filter(kind=kind, name=nominee.name, post=nominee.post).exists():
        raise Refused("该案中已有这一项任免。", "input", field="name")
    nominee.save()
    appointment.bump()
    note("name_nominee", appointment, f"列入：{nominee.line}。", by=by, at=at)
    return nominee


@transaction.atomic
def drop_nominee(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Appointment:
    """A line entered by mistake goes again; its words stay on the timeline."""
    nominee = lock(Nominee, pk, version=version)
    appointment = lock(Appointment, nominee.appointment_id)
    rules.may_drop_nominee(by, nominee, on=day_of(at)).require()
    words = nominee.line
    nominee.delete()
    appointment.bump()
    note("drop_nominee", appointment, f"删去：{words}。", by=by, at=at)
    return appointment


@transaction.atomic
def invite_nominee(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Nominee:
    """To the law examination and the service statement, as the kind asks; the clocks begin. Without an account the
    office enters both from paper."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_invite_nominee(by, nominee, on=day_of(at)).require()
    nominee.invited_at = at
    nominee.bump("invited_at")
    if nominee.kind.needs_exam and nominee.user_id:
        law_exam.draw(nominee, by=by, at=at)
    elif nominee.kind.needs_exam:
        deadlines.start(EXAM, nominee, on=day_of(at), by=by, at=at)
    if nominee.kind.needs_statement:
        deadlines.start(STATEMENT, nominee, on=day_of(at), user=nominee.user_id, by=by, at=at)
    note("invite_nominee", nominee, "通知本人参加考试、提交供职报告。", by=by, at=at)
    notices.nominee_invited(nominee, by=by, at=at)
    return nominee


@transaction.atomic
def exempt_nominee(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Nominee:
    """Not examined, for a reason that stands on the record."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_exempt_nominee(by, nominee, on=day_of(at)).require()
    nominee.exempt_reason = filled(reason, "请写明免试的依据和理由。", "reason")[:200]
    nominee.bump("exempt_reason")
    for exam in nominee.exams.filter(state__in=OPEN_EXAMS):
        law_exam.void_exam(exam.pk, reason="决定免试。", by=by, at=at)
    deadlines.cancel(EXAM, nominee, at=at, reason="决定免试。")
    note("exempt_nominee", nominee, f"免试：{nominee.exempt_reason}", by=by, at=at)
    return nominee


@transaction.atomic
def write_statement(
    pk: Any, *, text: str, promises: str, by: Any, at: datetime, version: int | None = None
) -> ServiceStatement:
    """What he undertakes; sent to the members of the standing committee before they vote."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_write_statement(by, nominee, on=day_of(at)).require()
    statement = ServiceStatement.objects.create(
        nominee=nominee,
        text=filled(text, "请填写供职报告。", "text"),
        promises=filled(promises, "请写明任职后的承诺，每行一条。", "promises"),
        by=by,
        at=at,
    )
    nominee.bump()
    deadlines.meet(STATEMENT, nominee, at=at)
    note("write_statement", nominee, "提交供职报告。", by=by, at=at)
    notices.statement_written(statement, by=by, at=at)
    return statement


@transaction.atomic
def table_appointment(
    pk: Any, *, meeting: Meeting, council: Meeting | None = None, by: Any, at: datetime, version: int | None = None
) -> Appointment:
    """Put on the agenda by the chairpersons. Refused while somebody has not passed, or has handed in no statement."""
    appointment = lock(Appointment, pk, version=version)
    rules.may_table_appointment(by, appointment, on=day_of(at)).require()
    if meeting.kind != MeetingKind.STANDING_COMMITTEE:
        raise Refused("请选择常委会会议。", "input", field="meeting")
    if council is not None and council.kind != MeetingKind.COUNCIL:
        raise Refused("请选择主任会议。", "input", field="council")
    if gaps := what_is_missing(appointment):
        raise Refused("还不能列入议程：" + "；".join(gaps) + "。", "input", field="meeting")
    appointment.meeting, appointment.council, appointment.reason = meeting, council, ""
    _move(appointment, "table_appointment", "meeting", "council", "reason")
    note("table_appointment", appointment, f"列入{meeting}议程。", by=by, at=at)
    notices.appointment_tabled(appointment, by=by, at=at)
    return appointment


def what_is_missing(appointment: Appointment) -> list[str]:
    """Why it cannot be put on the agenda yet, one sentence a person; empty when all is there."""
    rows = list(appointment.nominees.with_exam().select_related("kind", "statement"))
    if not rows:
        return ["还没有登记拟任免人员"]
    found = []
    for row in rows:
        if row.kind.needs_exam and not row.has_passed and not row.exempt_reason:
            found.append(f"{row.name}任前法律知识考试没有合格")
        if row.kind.needs_statement and not hasattr(row, "statement"):
            found.append(f"{row.name}没有提交供职报告")
    return found


@transaction.atomic
def postpone_appointment(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Appointment:
    appointment = _opened("postpone_appointment", pk, by, at, version)
    appointment.reason = filled(reason, "请写明暂不付表决的理由。", "reason")[:200]
    appointment.meeting = appointment.council = None
    call_off(appointment, f"暂不付表决：{appointment.reason}", by=by, at=at)
    _move(appointment, "postpone_appointment", "reason", "meeting", "council")
    note("postpone_appointment", appointment, f"暂不付表决：{appointment.reason}", by=by, at=at)
    notices.appointment_stopped(appointment, "暂不付表决", by=by, at=at)
    return appointment


@transaction.atomic
def withdraw_appointment(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Appointment:
    appointment = _opened("withdraw_appointment", pk, by, at, version)
    appointment.reason = filled(reason, "请写明撤回的理由。", "reason")[:200]
    call_off(appointment, f"议案撤回：{appointment.reason}", by=by, at=at)
    for nominee in appointment.nominees.all():
        for exam in nominee.exams.filter(state__in=OPEN_EXAMS):
            law_exam.void_exam(exam.pk, reason="议案撤回。", by=by, at=at)
        for kind in (EXAM, STATEMENT):
            deadlines.cancel(kind, nominee, at=at, reason="议案撤回。")
    _move(appointment, "withdraw_appointment", "reason")
    note("withdraw_appointment", appointment, f"撤回：{appointment.reason}", by=by, at=at)
    notices.appointment_stopped(appointment, "已撤回", by=by, at=at)
    return appointment


@transaction.atomic
def vote_appointment(
    pk: Any, *, results: Mapping[int, tuple[bool, str, str]], held_on: date, by: Any, at: datetime
) -> Appointment:
    """What the vote came to for each line: nominee → (passed, outcome, formula). Refused unless every line has one.

    Called when a ballot is announced: its own rule has asked whether this person may say what came of it.
    """
    appointment = lock(Appointment, pk)
    APPOINTMENT_FLOW.verdict("vote_appointment", appointment.state).require()
    rows = list(appointment.nominees.select_related("kind"))
    if set(results) != {row.pk for row in rows}:
        raise Refused("表决结果应当包括每一名拟任免人员。", "input")
    for row in rows:
        row.is_passed, row.outcome, row.formula = results[row.pk]
        row.bump("is_passed", "outcome", "formula")
    appointment.voted_on = held_on
    _move(appointment, "vote_appointment", "voted_on")
    passed = sum(bool(row.is_passed) for row in rows)
    note("vote_appointment", appointment, f"表决{len(rows)}项，通过{passed}项。", by=by, at=at)
    notices.appointment_voted(appointment, by=by, at=at)
    return appointment


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Appointment:
    appointment = lock(Appointment, pk, version=version)
    getattr(rules, f"may_{verb}")(by, appointment, on=day_of(at)).require()
    return appointment


def _move(appointment: Appointment, verb: str, *fields: str) -> None:
    appointment.state = APPOINTMENT_FLOW.target(verb, appointment.state)
    appointment.bump("state", *fields)
