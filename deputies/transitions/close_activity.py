"""The attendance of an activity is closed: who neither came nor had leave was absent."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from deputies import notices
from deputies.models import Activity, Invitation
from deputies.rules import may_close_activity
from deputies.states import AttendanceStatus, CheckInMethod, LeaveState
from deputies.transitions._activity import day_of, enter_duty, move, note, open_activity
from deputies.transitions.absences import weigh_session
from foundation.workflow import Refused


@transaction.atomic
def close_activity(activity: Any, *, by: Any, at: datetime, version: int | None = None) -> Activity:
    """Closes it and enters in every file what its kind says; who was absent without leave hears.

    Refused: not the organiser, before its end, twice, while nobody's attendance is noted, with a leave undecided.
    """
    done = open_activity(activity, version)
    may_close_activity(by, done, on=day_of(at)).require()
    _check(done, at)
    _note_the_rest(done, by=by, at=at)
    done.closed_at = at
    move(done, "close_activity", "closed_at")
    people = list(done.invitations.select_related("deputy").prefetch_related("leaves").order_by("pk"))
    for row in people:
        row.activity = done
        enter_duty(row, by=by, at=at)
    absent = [row for row in people if row.is_unapproved_absence]
    came = sum(row.came for row in people)
    summary = f"应到{len(people)}人，到会{came}人，缺席{len(absent)}人。"
    note("close_activity", done, summary, by=by, at=at, asked=len(people), came=came, absent=len(absent))
    notices.absent(done, absent, by=by, at=at)
    weigh_session(done, by=by, at=at)
    return done


def _check(activity: Activity, at: datetime) -> None:
    if at < activity.ends_at:
        raise Refused("活动结束后方可办结。", "date")
    open_leave = Q(attendance="") | ~Q(leaves__parts=[])
    undecided = activity.invitations.filter(open_leave, leaves__state=LeaveState.ASKED).select_related("deputy")
    if names := "、".join(row.deputy.name for row in undecided):
        raise Refused(f"{names}的请假还没有审批，请先送批准人审批。", "state")


def _note_the_rest(activity: Activity, *, by: Any, at: datetime) -> None:
    """Whoever is not noted yet: on leave where it was approved for the whole time, else absent."""
    rest = activity.invitations.filter(attendance="")
    facts = {"method": CheckInMethod.CLOSING, "attendance_by": by, "attendance_at": at, "version": F("version") + 1}
    excused = rest.filter(leaves__state=LeaveState.APPROVED, leaves__parts=[]).values("pk")
    Invitation.objects.filter(pk__in=list(excused.values_list("pk", flat=True))).update(
        attendance=AttendanceStatus.LEAVE, **facts
    )
    rest.update(attendance=AttendanceStatus.ABSENT, **facts)
