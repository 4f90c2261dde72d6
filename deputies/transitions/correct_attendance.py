from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Invitation
from deputies.rules import may_correct_attendance
from deputies.states import AttendanceStatus
from deputies.transitions._activity import day_of, enter_duty, note, open_invitation
from deputies.transitions.absences import weigh_session
from deputies.transitions.record_attendance import check_status
from deputies.transitions.record_duty import strike_duty
from foundation.workflow import Refused


@transaction.atomic
def correct_attendance(
    invitation: Any, *, by: Any, at: datetime, status: str, reason: str, version: int | None = None
) -> Invitation:
    """Puts right what was closed: the line in the deputy's file is struck with the reason, the right one entered.

    Refused: not the organiser, before the closing, without a reason, the same word again, leave nobody approved.
    The deputy hears.
    """
    asked = open_invitation(invitation, version)
    may_correct_attendance(by, asked, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明更正的理由。", "input", field="reason")
    check_status(asked, status)
    if status == asked.attendance:
        raise Refused("与现在登记的相同，不必更正。", "input", field="status")
    before = asked.get_attendance_display()
    asked.attendance, asked.correction = status, reason.strip()
    asked.attendance_by, asked.attendance_at = by, at
    asked.bump("attendance", "correction", "attendance_by", "attendance_at")
    strike_duty(asked.activity, deputy=asked.deputy, reason=f"更正出席情况：{asked.correction}", by=by, at=at)
    enter_duty(asked, by=by, at=at)
    summary = f"{asked.deputy.name}的出席情况由“{before}”更正为“{AttendanceStatus(status).label}”：{asked.correction}"
    note("correct_attendance", asked.activity, summary, by=by, at=at, invitation=asked.pk)
    notices.corrected(asked, before, by=by, at=at)
    weigh_session(asked.activity, by=by, at=at)
    return asked
