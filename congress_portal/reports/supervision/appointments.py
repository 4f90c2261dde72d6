"""Appointments of the year in numbers: lines voted on, law examinations, organs balloted (人事任免). Names nobody."""

from collections.abc import Sequence
from datetime import date

from congress_portal.reports.supervision.kinds import DUTY_REPORT, EXAM, NOMINEE
from congress_portal.reports.supervision.shape import grouped, nothing, on_days, within
from foundation.documents.figures import Column, Row, Sheet
from suggestions.yearbook import Period, counted
from supervision.models import DutyReport, Exam, Nominee
from supervision.states.appointees import DutyReportState
from supervision.states.appointments import AppointmentState

VOTED = (AppointmentState.VOTED, AppointmentState.DECIDED)
NOMINEES = (
    ("count", "付表决（人次）", lambda row: True),
    ("passed", "通过", lambda row: row.is_passed is True),
    ("failed", "未通过", lambda row: row.is_passed is False),
    ("exempt", "免予考试", lambda row: bool(row.exempt_reason)),
    ("pledged", "已宪法宣誓", lambda row: row.pledged_on is not None),
)
REPORTS = (
    ("count", "应述职（人）", lambda row: True),
    ("accepted", "履职报告已审阅", lambda row: row.state == DutyReportState.ACCEPTED),
    ("waiting", "尚未提交", lambda row: row.state == DutyReportState.ASKED),
    ("chosen", "列入测评", lambda row: row.is_balloted),
    ("balloted", "已测评", lambda row: row.is_balloted and row.outcome != ""),
)


def tables(period: Period, on: date) -> list[Sheet]:
    """By the kind of appointment; examinations; yearly reports by the organ."""
    return [_nominees(period), _exams(period), _reports(period)]


def _nominees(period: Period) -> Sheet:
    rows = on_days(Nominee.objects.filter(appointment__state__in=VOTED), "appointment__voted_on", period)
    found = list(rows.select_related("kind").order_by("kind__order", "pk"))
    if not found:
        return nothing("appointments", "人事任免情况", "本年度没有表决人事任免案。")
    kinds = {row.kind_id: row.kind for row in found}
    ordered = sorted(kinds.values(), key=lambda kind: (kind.order, kind.pk))
    groups = [(str(kind.pk), kind.name, [row for row in found if row.kind_id == kind.pk]) for kind in ordered]
    note = "按表决日期统计，每项任免计一人次。"
    return grouped("appointments", "人事任免情况", "任免类型", NOMINEES, groups, found, NOMINEE, note)


def _exams(period: Period) -> Sheet:
    """Only what is marked: a paper that still waits says nothing of its own."""
    found: Sequence[Exam] = list(within(Exam.objects.marked(), "handed_at", period).order_by("pk"))
    if not found:
        return nothing("law_exams", "任前法律知识考试", "本年度没有举行任前法律知识考试。")
    lines = (
        ("count", "参加考试", found),
        ("passed", "其中：合格", [row for row in found if row.is_passed]),
        ("failed", "其中：不合格", [row for row in found if not row.is_passed]),
        ("again", "其中：补考", [row for row in found if row.turn > 1]),
        ("paper", "其中：纸质考试", [row for row in found if row.on_paper]),
    )
    rows = [Row(key, label, [counted(exams, EXAM)]) for key, label, exams in lines]
    return Sheet("law_exams", "任前法律知识考试", "项目", [Column("count", "人次")], rows)


def _reports(period: Period) -> Sheet:
    rows = DutyReport.objects.filter(round__year=period.year).select_related("appointee__organ")
    found = list(rows.order_by("appointee__organ__pinyin_key", "pk"))
    if not found:
        return nothing("duty_reports", "任命人员述职和测评", "本年度没有开展任命人员述职和测评。")
    organs = {row.appointee.organ_id: row.appointee.organ.label for row in found}
    groups = [(str(key), name, [row for row in found if row.appointee.organ_id == key]) for key, name in organs.items()]
    note = "测评结果按规定向本人和有关方面反馈，本表只列人数。"
    return grouped("duty_reports", "任命人员述职和测评", "任职机关", REPORTS, groups, found, DUTY_REPORT, note)
