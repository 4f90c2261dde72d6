"""Who came, noted by the organiser; after the closing only with a reason."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Activity, Invitation
from deputies.rules import may_note_attendance, may_record_attendance
from deputies.states import CAME, AttendanceStatus, CheckInMethod, LeaveState
from deputies.transitions._activity import day_of, move, note, open_activity, open_invitation
from foundation.workflow import Refused

FIELDS = ("attendance", "method", "came_at", "attendance_by", "attendance_at")


@transaction.atomic
def record_attendance(invitation: Any, status: str, *, by: Any, at: datetime, version: int | None = None) -> Invitation:
    """Notes present, late, left early, leave or absent; the first note makes the activity a held one.

    Refused: not the organiser, before the day, after the closing, leave that nobody approved.
    """
    asked = open_invitation(invitation, version)
    may_record_attendance(by, asked, on=day_of(at)).require()
    check_status(asked, status)
    set_attendance(asked, status, CheckInMethod.ORGANISER, by=by, at=at)
    return asked


@transaction.atomic
def record_attendances(
    activity: Any, *, by: Any, at: datetime, statuses: Mapping[int, str], version: int | None = None
) -> Activity:
    """The whole list on one page: invitation key → word; empty words leave a line as it is. Nothing is half written."""
    held = open_activity(activity, version)
    may_note_attendance(by, held, on=day_of(at)).require()
    rows = {row.pk: row for row in held.invitations.select_related("deputy").order_by("pk")}
    changed = {pk: word for pk, word in statuses.items() if word and pk in rows and rows[pk].attendance != word}
    if not changed:
        raise Refused("没有需要登记的出席情况，请先选择。", "input")
    for pk, word in changed.items():
        record_attendance(rows[pk], word, by=by, at=at)
    held.refresh_from_db()
    return held


def check_status(invitation: Invitation, status: str) -> None:
    """Refused for no status at all, and for a leave nobody approved for the whole time."""
    if status not in AttendanceStatus:
        raise Refused("请选择出席、迟到、早退、请假或者缺席。", "input", field="status")
    if status != AttendanceStatus.LEAVE:
        return
    approved = invitation.leaves.filter(state=LeaveState.APPROVED)
    if not (leave := approved.first()):
        raise Refused(
            f"{invitation.deputy.name}没有经批准的请假。已书面请假的，请先代为登记请假并送批准人审批。",
            "input",
            field="status",
        )
    if leave.parts:
        words = f"{invitation.deputy.name}只请了{leave.scope}的假，请按其余时间是否到会登记；请假的半天办结时自动记入。"
        raise Refused(words, "input", field="status")


def set_attendance(invitation: Invitation, status: str, method: str, *, by: Any, at: datetime) -> None:
    """Writes the fact on a locked invitation and leads its activity to held."""
    activity = invitation.activity
    came = status in CAME
    # The hour of arrival that is known stays when only the word is put right.
    invitation.came_at = (invitation.came_at or at) if came else None
    invitation.attendance, invitation.method = status, method
    invitation.attendance_by, invitation.attendance_at = by, at
    invitation.bump(*FIELDS)
    move(activity, "record_attendance")
    word = AttendanceStatus(status).label
    summary = f"{invitation.deputy.name}：{word}（{CheckInMethod(method).label}）。"
    note("record_attendance", activity, summary, by=by, at=at, invitation=invitation.pk, status=status)
