"""What is told of bills of appointments and of the examination."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import Appointment, Exam, Nominee, ServiceStatement
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING, LEADERS, OFFICE

VOTERS = (*LEADERS, Role.SC_MEMBER)


def nominee_invited(nominee: Nominee, *, by: Any, at: datetime) -> None:
    """Himself; nobody else is told who is to be appointed."""
    wanted = [
        words
        for words, asked in (
            ("参加任前法律知识考试", nominee.kind.needs_exam and not nominee.exempt_reason),
            ("提交供职报告", nominee.kind.needs_statement),
        )
        if asked
    ]
    _self("nominee_invited", nominee, f"请您{'、'.join(wanted)}", f"拟任职务：{nominee.post}。", by, at)


def exam_drawn(exam: Exam, *, by: Any, at: datetime) -> None:
    nominee = exam.nominee
    if nominee.user_id:
        body = f"第{exam.turn}次，{exam.minutes}分钟，{exam.pass_points}分合格。"
        tell("exam_drawn", [nominee.user_id], exam, "试卷已重新抽取，请参加任前法律知识考试", by=by, at=at, body=body)


def exam_void(exam: Exam, *, by: Any, at: datetime) -> None:
    if exam.nominee.user_id:
        title, body = f"{exam}的试卷作废", exam.void_reason
        tell("exam_void", [exam.nominee.user_id], exam, title, by=by, at=at, body=body)


def exam_entered(exam: Exam, *, by: Any, at: datetime, differs: bool = False) -> None:
    """The rest of the office: one of them checks."""
    why = "两人登记的得分不一致，" if differs else ""
    body = f"{why}请登记人以外的一名工作人员对照试卷核对。"
    people = office_on(at) - {exam.entered_by_id}
    tell("exam_entered", people, exam, f"请核对纸质考试得分：{exam}", by=by, at=at, body=body)


def exam_marked(exam: Exam, *, by: Any, at: datetime) -> None:
    """Himself and the office."""
    result = "合格" if exam.is_passed else "不合格"
    body = f"得{exam.score}分（满分{exam.full_points}分，{exam.pass_points}分合格）。"
    people = office_on(at) | ({exam.nominee.user_id} if exam.nominee.user_id else set())
    tell("exam_marked", people, exam, f"{exam}：{result}", by=by, at=at, body=body)


def statement_written(statement: ServiceStatement, *, by: Any, at: datetime) -> None:
    nominee = statement.nominee
    tell("statement_written", office_on(at), nominee, f"{nominee.name}提交了供职报告", by=by, at=at)


def appointment_tabled(appointment: Appointment, *, by: Any, at: datetime) -> None:
    """Those who will vote, and the proposer."""
    meeting = appointment.meeting
    when = f"（{date_text(meeting.opens_on)}）" if meeting and meeting.opens_on else ""
    people = set(people_with(VOTERS, on=timezone.localdate(at)).values_list("pk", flat=True))
    people |= _proposers(appointment, at)
    title, body = f"人事任免案列入{meeting}议程{when}", f"{appointment}。请会前查阅任免材料。"
    tell("appointment_tabled", people, appointment, title, by=by, at=at, body=body)


def appointment_stopped(appointment: Appointment, what: str, *, by: Any, at: datetime) -> None:
    """The proposer, and those in it who were told before."""
    people = _proposers(appointment, at)
    told = appointment.nominees.filter(invited_at__isnull=False, user__isnull=False)
    title, body = f"人事任免案{what}", appointment.reason
    tell("appointment_stopped", people, appointment, f"{title}：{appointment}", by=by, at=at, body=body)
    for nominee in told:
        _self("nominee_stopped", nominee, f"您的{title}", body, by, at)


def appointment_voted(appointment: Appointment, *, by: Any, at: datetime) -> None:
    people = office_on(at) | _proposers(appointment, at)
    lines = "；".join(f"{row.name}{row.outcome}" for row in appointment.nominees.all()[:20])
    title = f"人事任免案表决结果：{appointment}"
    tell("appointment_voted", people, appointment, title, by=by, at=at, body=f"{lines}。")


def decision_issued(appointment: Appointment, rows: Iterable[Nominee], *, by: Any, at: datetime) -> None:
    """The proposer; each person whom it concerns."""
    number = appointment.decision.number if appointment.decision else ""
    title = f"任免决定已印发：{number}"
    tell("decision_issued", _proposers(appointment, at), appointment, title, by=by, at=at)
    for row in rows:
        _self("own_decision", row, f"{title}，{row.line}", "", by, at)


def office_on(at: datetime) -> set[int]:
    """Clerks and secretaries in their posts on that day."""
    return set(people_with(OFFICE, on=timezone.localdate(at)).values_list("pk", flat=True))


def _self(event: str, nominee: Nominee, title: str, body: str, by: Any, at: datetime) -> None:
    if nominee.user_id:
        tell(event, [nominee.user_id], nominee, title, by=by, at=at, body=body)


def _proposers(appointment: Appointment, at: datetime) -> set[int]:
    if appointment.proposer_id is None:
        return set()
    people = people_with(ANSWERING, appointment.proposer, on=timezone.localdate(at))
    return set(people.values_list("pk", flat=True))
