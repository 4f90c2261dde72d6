"""The meeting with the voters: an activity, at whose closing everybody who came has reported."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity, VoterReport
from deputies.rules import may_call_meeting
from deputies.rules.voter_reports import waiting_count
from deputies.states import VoterReportState
from deputies.transitions._voter_report import day_of, move, note, open_report
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from foundation.web.chinese import date_text
from foundation.workflow import Refused, after

KIND = "report_to_voters"
NOT_THERE = "没有到会述职，请重新安排述职会议。"
COUNTED = "这位代表的述职已有测评计票，不能更正为未到会。计票待核对的，请先由核对人退回；结果已公布的，不再更正。"


@transaction.atomic
def call_report_meeting(
    reports: Iterable[VoterReport],
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    by: Any,
    at: datetime,
) -> Activity:
    """One meeting for these reports; the deputies are invited. A meeting that was held may be entered later.

    Refused: no report, one that has not been read or has a meeting already, reports of two levels.
    """
    chosen = [open_report(row) for row in sorted(reports, key=lambda row: row.pk)]
    if not chosen:
        raise Refused("请选择在这次会议上述职的代表。", "input", field="reports")
    for report in chosen:
        may_call_meeting(by, report, on=day_of(at)).require()
    levels = {report.mandate.level for report in chosen}
    if len(levels) > 1:
        raise Refused("一次述职会议请安排同一层级的代表。", "input", field="reports")
    when: dict[str, Any] = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "level": levels.pop()}
    activity = plan_activity(KIND, title, by=by, at=at, **when)
    invite_deputies(activity, [report.mandate.deputy for report in chosen], by=by, at=at)
    for report in chosen:
        report.activity = activity
        report.bump("activity")
        note("call_report_meeting", report, f"述职会议定于{date_text(activity.day)}，{place}。", by=by, at=at)
    return activity


@after("deputies.close_activity")
def hold_reports(activity: Activity, *, by: Any, at: datetime, **facts: Any) -> None:
    """Who came has reported; who did not is to be called again. The duty itself is entered by the closing."""
    came = set(activity.invitations.came().values_list("deputy", flat=True))
    for row in activity.voter_reports.order_by("pk"):
        report = open_report(row)
        if report.mandate.deputy_id in came:
            _hold(report, activity, by=by, at=at)
        else:
            _free(report, NOT_THERE, by=by, at=at)


@after("deputies.cancel_activity")
def free_reports(activity: Activity, *, by: Any, at: datetime, **facts: Any) -> None:
    """The meeting does not take place: the reports wait for another."""
    for row in activity.voter_reports.order_by("pk"):
        _free(open_report(row), "述职会议取消，请重新安排。", by=by, at=at)


@after("deputies.correct_attendance")
def follow_correction(activity: Activity, *, by: Any, at: datetime, invitation: int, **facts: Any) -> None:
    """Who turns out not to have come has not reported, who turns out to have come has; the file follows by itself.

    Refused: papers of a ballot on what is taken back, a report that is called to another meeting by now.
    """
    if activity.kind.code != KIND:
        return
    asked = activity.invitations.get(pk=invitation)
    row = activity.voter_reports.filter(mandate__deputy=asked.deputy_id).first()
    if row is not None and not asked.came:
        _take_back(open_report(row), by=by, at=at)
    elif row is None and asked.came:
        _hold_late(activity, asked.deputy_id, by=by, at=at)


def _take_back(report: VoterReport, *, by: Any, at: datetime) -> None:
    if report.state != VoterReportState.HELD or waiting_count(report) is not None:
        raise Refused(COUNTED, "state")
    report.held_on = report.activity = None
    move(report, "unhold_report", "held_on", "activity")
    note("unhold_report", report, NOT_THERE, by=by, at=at)
    notices.report_waits_again(report, NOT_THERE, by=by, at=at)


def _hold_late(activity: Activity, deputy: int, *, by: Any, at: datetime) -> None:
    """The report that was freed when the meeting closed; nothing where the deputy has none that waits."""
    waiting = VoterReport.objects.filter(mandate__deputy=deputy, mandate__level=activity.level)
    row = waiting.filter(state=VoterReportState.ACCEPTED).order_by("-planned_on", "-pk").first()
    if row is None:
        return
    report = open_report(row)
    if report.activity_id is not None:
        raise Refused(f"这位代表的述职已另行安排会议“{report.activity}”，请先取消那次会议再更正。", "state")
    report.activity = activity
    _hold(report, activity, by=by, at=at)


def _hold(report: VoterReport, activity: Activity, *, by: Any, at: datetime) -> None:
    report.held_on = activity.day
    move(report, "hold_report", "held_on", "activity")
    note("hold_report", report, f"向{report.audience}述职。", by=by, at=at)


def _free(report: VoterReport, words: str, *, by: Any, at: datetime) -> None:
    report.activity = None
    report.bump("activity")
    note("free_report", report, words, by=by, at=at)
    notices.report_waits_again(report, words, by=by, at=at)
