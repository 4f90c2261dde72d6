"""The meeting with the voters: an activity, at whose closing everybody who came has reported."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity, VoterReport
from deputies.rules import may_call_meeting
from deputies.transitions._voter_report import day_of, move, note, open_report
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from foundation.web.chinese import date_text
from foundation.workflow import Refused, after

KIND = "report_to_voters"
NOT_THERE = "没有到会述职，请重新安排述职会议。"


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
            report.held_on = activity.day
            move(report, "hold_report", "held_on")
            note("hold_report", report, f"向{report.audience}述职。", by=by, at=at)
        else:
            _free(report, NOT_THERE, by=by, at=at)


@after("deputies.cancel_activity")
def free_reports(activity: Activity, *, by: Any, at: datetime, **facts: Any) -> None:
    """The meeting does not take place: the reports wait for another."""
    for row in activity.voter_reports.order_by("pk"):
        _free(open_report(row), "述职会议取消，请重新安排。", by=by, at=at)


def _free(report: VoterReport, words: str, *, by: Any, at: datetime) -> None:
    report.activity = None
    report.bump("activity")
    note("free_report", report, words, by=by, at=at)
    notices.report_waits_again(report, words, by=by, at=at)
