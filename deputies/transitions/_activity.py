"""The beats that the verbs of an activity share. Lock order is always the activity, then the invitation, the leave."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from deputies.models import Activity, DutyKind, Invitation, Leave
from deputies.states import ACTIVITY_FLOW, AttendanceStatus, DutyUnit
from deputies.transitions.record_duty import record_duty
from foundation.audit import record
from foundation.workflow import announce, lock

day_of = timezone.localdate


def open_activity(pk: Any, version: int | None = None) -> Activity:
    """The activity, locked; StaleVersion when the page was opened before the last change."""
    return lock(Activity, pk, version=version)


def open_invitation(pk: Any, version: int | None = None) -> Invitation:
    """The invitation with its activity, both locked."""
    activity = open_activity(_parent(Invitation, pk, "activity_id"))
    invitation = lock(Invitation, pk, version=version)
    invitation.activity = activity
    return invitation


def open_leave(pk: Any, version: int | None = None) -> Leave:
    """The leave with invitation and activity, all locked."""
    invitation = open_invitation(_parent(Leave, pk, "invitation_id"))
    leave = lock(Leave, pk, version=version)
    leave.invitation = invitation
    return leave


def move(activity: Activity, verb: str, *fields: str) -> None:
    """Leads the activity along its flow and saves the state with the named fields."""
    activity.state = ACTIVITY_FLOW.target(verb, activity.state)
    activity.bump("state", *fields)


def note(verb: str, activity: Activity, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """Writes the event on the activity's timeline and lets the rooms above hear it."""
    record(f"deputies.{verb}", activity, by=by, at=at, summary=summary, data=data)
    announce(f"deputies.{verb}", activity, by=by, at=at, **data)


def enter_duty(invitation: Invitation, *, by: Any, at: datetime) -> None:
    """What his part in a closed activity means for the deputy's file, as its kind says; nothing where it is silent."""
    activity = invitation.activity
    kind = activity.kind
    codes = {AttendanceStatus.LEAVE: kind.leave_duty, AttendanceStatus.ABSENT: kind.absence_duty}
    code = codes.get(AttendanceStatus(invitation.attendance), kind.duty_kind)
    duty = DutyKind.objects.filter(code=code).first() if code else None
    if duty is None:
        return
    title, word = f"{kind}：{activity}", invitation.get_attendance_display()
    last = day_of(activity.ends_at)
    record_duty(
        invitation.deputy_id,
        duty,
        on=activity.day,
        until=last if last > activity.day else None,
        title=f"{title}（{word}）" if invitation.attendance != AttendanceStatus.PRESENT else title,
        source=activity,
        quantity=_quantity(activity, duty),
        level=activity.level,
        by=by,
        at=at,
    )


def _quantity(activity: Activity, duty: DutyKind) -> Decimal:
    halves = Decimal(activity.half_days)
    return {DutyUnit.HALF_DAY: halves, DutyUnit.DAY: halves / 2}.get(DutyUnit(duty.unit), Decimal(1))


def _parent(model: Any, pk: Any, name: str) -> int:
    if isinstance(pk, model):
        return getattr(pk, name)
    return model._base_manager.values_list(name, flat=True).get(pk=getattr(pk, "pk", pk))
