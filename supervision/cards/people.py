"""What waits about appointments, appointees and resolutions: for oneself, for one's body, for the office."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import AppointeeMeasure, Appointment, DutyReport, Exam, Nominee, ResolutionTask
from supervision.rules.house import ANSWERING, OFFICE
from supervision.states.appointments import AppointmentState

MINE = "supervision:my-posts"
OF_REPORT = ("pk", "appointee__name", "appointee__post", "round__year", "round__due_on")
OF_MEASURE = ("report__pk", "report__appointee__name", "what", "due_on")
OF_TASK = ("pk", "title", "unit__name", "due_on")


def _until(day: str) -> str:
    return f"{date_text(date.fromisoformat(day))}前"


def _exams(user: Any, on: date) -> QuerySet:
    return Exam.objects.to_sit(user)


def _exam(pk: int, nominee__post: str, minutes: int) -> dict[str, Any]:
    title = f"任前法律知识考试（{nominee__post}）"
    return {"title": title, "url": reverse("supervision:exam", args=[pk]), "meta": f"{minutes}分钟"}


def _statements(user: Any, on: date) -> QuerySet:
    return Nominee.objects.to_state(user)


def _statement(pk: int, post: str) -> dict[str, Any]:
    return {"title": f"供职报告（{post}）", "url": reverse("supervision:write-statement", args=[pk]), "meta": ""}


def _to_write(user: Any, on: date) -> QuerySet:
    return DutyReport.objects.to_write(user)


def _to_check(user: Any, on: date) -> QuerySet:
    return DutyReport.objects.to_check()


def _report(
    pk: int, appointee__name: str, appointee__post: str, round__year: int, round__due_on: str
) -> dict[str, Any]:
    title, meta = f"{appointee__name}{round__year}年履职报告", f"{appointee__post} · {_until(round__due_on)}提交"
    return {"title": title, "url": reverse("supervision:duty-report", args=[pk]), "meta": meta}


def _measures(user: Any, on: date) -> QuerySet:
    return AppointeeMeasure.objects.to_report(user)


def _to_confirm(user: Any, on: date) -> QuerySet:
    return AppointeeMeasure.objects.to_confirm()


def _measure(report__pk: int, report__appointee__name: str, what: str, due_on: str) -> dict[str, Any]:
    url = reverse("supervision:duty-report", args=[report__pk])
    return {"title": what, "url": url, "meta": f"{report__appointee__name} · {_until(due_on)}落实"}


def _tasks(user: Any, on: date) -> QuerySet:
    return ResolutionTask.objects.to_report(user)


def _tasks_to_confirm(user: Any, on: date) -> QuerySet:
    return ResolutionTask.objects.to_confirm()


def _task(pk: int, title: str, unit__name: str, due_on: str) -> dict[str, Any]:
    url = reverse("supervision:resolution-task", args=[pk])
    return {"title": title, "url": url, "meta": f"{unit__name} · {_until(due_on)}完成"}


def _bills(user: Any, on: date) -> QuerySet:
    return Appointment.objects.under_way()


def _bill(pk: int, title: str, state: str, received_on: str) -> dict[str, Any]:
    day = date_text(date.fromisoformat(received_on))
    meta = f"{AppointmentState(state).label} · {day}收到"
    return {"title": title, "url": reverse("supervision:appointment", args=[pk]), "meta": meta}


BILLS = Tray(_bills, ("pk", "title", "state", "received_on"), _bill, "supervision:appointments")
EXAMS = Tray(_exams, ("pk", "nominee__post", "minutes"), _exam, MINE)
STATEMENTS = Tray(_statements, ("pk", "post"), _statement, MINE)
REPORTS = Tray(_to_write, OF_REPORT, _report, MINE)
CHECKS = Tray(_to_check, OF_REPORT, _report, "supervision:duty-rounds")
MEASURES = Tray(_measures, OF_MEASURE, _measure, MINE)
CONFIRMS = Tray(_to_confirm, OF_MEASURE, _measure, "supervision:duty-rounds")
TASKS = Tray(_tasks, OF_TASK, _task, "supervision:resolutions")
TASK_CHECKS = Tray(_tasks_to_confirm, OF_TASK, _task, "supervision:resolutions")
BODIES = frozenset(ANSWERING)
CLERKS = frozenset(OFFICE)
FOLLOWING = CLERKS | {Role.COMMITTEE}


def _card(key: str, title: str, roles: frozenset[str], tray: Tray, order: int, icon: str) -> Card:
    return Card(key, title, roles, tray, order=order, icon=icon, empty=f"没有{title}。")


CARDS = (
    _card("nominee-exams", "待参加的任前考试", BODIES, EXAMS, 460, "edit"),
    _card("nominee-statements", "待提交的供职报告", BODIES, STATEMENTS, 461, "edit"),
    _card("duty-reports", "待提交的履职报告", BODIES, REPORTS, 462, "document"),
    _card("appointee-measures", "待落实的测评要求", BODIES, MEASURES, 463, "check"),
    _card("resolution-tasks", "待报告的决议决定落实事项", BODIES, TASKS, 464, "check"),
    _card("appointments", "办理中的人事任免", CLERKS, BILLS, 465, "people"),
    _card("duty-report-checks", "待审阅的履职报告", CLERKS, CHECKS, 466, "document"),
    _card("measure-checks", "待确认的测评后续措施", CLERKS, CONFIRMS, 467, "check"),
    _card("resolution-task-checks", "待确认的决议决定落实事项", FOLLOWING, TASK_CHECKS, 468, "check"),
)
