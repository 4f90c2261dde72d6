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
    """What his part in a closed activity means for the deputy's file, as its kind says; nothing where it is silent.

    Half-days he had leave for are a line of their own and do not count as attended or missed.
    """
    kind, status = invitation.activity.kind, AttendanceStatus(invitation.attendance)
    codes = {AttendanceStatus.LEAVE: kind.leave_duty, AttendanceStatus.ABSENT: kind.absence_duty}
    word = "" if status == AttendanceStatus.PRESENT else status.label
    excused = [] if status == AttendanceStatus.LEAVE else invitation.excused_halves
    if excused:
        word = "，".join(filter(None, (word, f"请假{len(excused)}个半天")))
        scope = "、".join(map(str, excused))
        _enter(invitation, kind.leave_duty, len(excused), f"请假：{scope}", part="leave", by=by, at=at)
    left = invitation.activity.half_days - len(excused)
    _enter(invitation, codes.get(status, kind.duty_kind), left, word, by=by, at=at)


def _enter(invitation: Invitation, code: str, halves: int, word: str, *, part: str = "", by: Any, at: datetime) -> None:
    activity = invitation.activity
    duty = DutyKind.objects.filter(code=code).first() if code else None
    if duty is None or halves <= 0:
        return
    title, last = f"{activity.kind}：{activity}", day_of(activity.ends_at)
    record_duty(
        invitation.deputy_id,
        duty,
        on=activity.day,
        until=last if last > activity.day else None,
        title=f"{title}（{word}）" if word else title,
        source=activity,
        part=part,
        quantity=_quantity(halves, duty),
        level=activity.level,
        by=by,
        at=at,
    )


def _quantity(halves: int, duty: DutyKind) -> Decimal:
    counted = Decimal(halves)
    return {DutyUnit.HALF_DAY: counted, DutyUnit.DAY: counted / 2}.get(DutyUnit(duty.unit), Decimal(1))


def _parent(model: Any, pk: Any, name: str) -> int:
    if isinstance(pk, model):
        return getattr(pk, name)
    return model._base_manager.values_list(name, flat=True).get(pk=getattr(pk, "pk", pk))
