"""What is told of questioning and inquiries as a whole."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import datetime_text
from supervision.models import QuestionSession
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING
from supervision.states.questions import SeatDuty

RUNNING = (Role.COMMITTEE, Role.TOWNSHIP_CLERK, Role.CLERK)


def organisers(session: QuestionSession, on: date) -> set[int]:
    """Whoever acts for the organiser, else the clerks."""
    found = people_by_organisation(RUNNING, [session.organiser_id], on)[session.organiser_id]
    return found or set(people_with(Role.CLERK, on=on).values_list("pk", flat=True))


def askers(session: QuestionSession) -> set[int]:
    """Deputies at the table with an account."""
    rows = session.seats.filter(deputy__user__isnull=False)
    return set(rows.order_by().values_list("deputy__user", flat=True))


def answering(session: QuestionSession, on: date, *, drawn: bool) -> set[int]:
    """Whoever acts for the bodies at the table; those drawn at random only when they may know."""
    rows = session.seats.filter(duty=SeatDuty.ANSWERS, body__isnull=False)
    rows = rows if drawn else rows.filter(Q(at_random=False))
    bodies = set(rows.order_by().values_list("body", flat=True))
    return {person for found in people_by_organisation(ANSWERING, bodies, on).values() for person in found}


def everybody(session: QuestionSession, on: date) -> set[int]:
    return askers(session) | answering(session, on, drawn=True) | organisers(session, on)


def session_planned(session: QuestionSession, *, by: Any, at: datetime) -> None:
    title = f"登记{session.get_kind_display()}：{session}"
    tell("session_planned", organisers(session, _day(at)), session, title, by=by, at=at, body=session.reason)


def session_mobilised(session: QuestionSession, *, by: Any, at: datetime) -> None:
    title = f"{session.get_kind_display()}动员部署：{session}"
    body = f"{session.reason}\n请了解情况，准备提出问题。"
    tell("session_mobilised", askers(session), session, title, by=by, at=at, body=body)


def session_sorting(session: QuestionSession, *, by: Any, at: datetime) -> None:
    title, body = f"请提出问题：{session}", "可以在页面上“列入问题”，写明情况和要求。"
    tell("session_sorting", askers(session), session, title, by=by, at=at, body=body)


def session_arranged(session: QuestionSession, *, by: Any, at: datetime) -> None:
    """Before it was called the bodies know of nothing."""
    people = askers(session) if session.state not in ("preparing",) else set()
    if session.state == "holding":
        people |= answering(session, _day(at), drawn=False)
    if people:
        tell("session_arranged", people, session, f"安排有调整：{session}", by=by, at=at, body=_when(session))


def session_called(session: QuestionSession, *, by: Any, at: datetime) -> None:
    people = askers(session) | answering(session, _day(at), drawn=False)
    title = f"请参加{session.get_kind_display()}：{session}"
    tell("session_called", people, session, title, by=by, at=at, body=f"{_when(session)}\n{session.reason}")


def session_cancelled(session: QuestionSession, *, by: Any, at: datetime) -> None:
    people = askers(session) | answering(session, _day(at), drawn=False) | organisers(session, _day(at))
    tell("session_cancelled", people, session, f"取消：{session}", by=by, at=at, body=session.cancel_reason)


def floor_opened(session: QuestionSession, *, by: Any, at: datetime) -> None:
    people = everybody(session, _day(at))
    title, body = f"问答开始：{session}", "打开页面可以看到正在问答的问题。"
    url = f"{session.get_absolute_url()}live/"
    tell("floor_opened", people, session, title, by=by, at=at, body=body, url=url)


def floor_shut(session: QuestionSession, *, by: Any, at: datetime) -> None:
    people = everybody(session, _day(at))
    tell("floor_shut", people, session, f"问答结束：{session}", by=by, at=at, body=session.summary)


def session_published(session: QuestionSession, *, by: Any, at: datetime) -> None:
    tell("session_published", everybody(session, _day(at)), session, f"已向社会公布：{session}", by=by, at=at)


def session_closed(session: QuestionSession, *, by: Any, at: datetime) -> None:
    people = everybody(session, _day(at))
    tell("session_closed", people, session, f"问政结果：{session}", by=by, at=at, body=session.result)


def _when(session: QuestionSession) -> str:
    return f"{datetime_text(session.starts_at)}，{session.place}。" if session.starts_at else "时间、地点另行通知。"


def _day(at: datetime) -> date:
    return timezone.localdate(at)
