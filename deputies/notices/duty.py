"""What is told of the performance file."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from deputies import people
from deputies.models import DutyEntry, DutyObjection
from deputies.notices.matrix import tell
from deputies.states import Approver, Level
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def duty_reported(entry: DutyEntry, *, by: Any, at: datetime) -> None:
    """Whoever confirms this kind: the convener of the group, the township's clerk, else the office."""
    title = f"自报履职记录待核实：{entry.deputy.name}，{entry.kind}"
    tell("duty_reported", _approvers(entry, at), entry, title, by=by, at=at, body=entry.title)


def duty_confirmed(entry: DutyEntry, *, by: Any, at: datetime) -> None:
    _tell_deputy("duty_confirmed", entry, f"已记入履职档案：{entry.title}", by=by, at=at, body=str(entry.kind))


def duty_declined(entry: DutyEntry, *, by: Any, at: datetime) -> None:
    body = f"理由：{entry.reason}\n您有不同意见的，可以在该记录页面提出异议。"
    _tell_deputy("duty_declined", entry, f"未予记入履职档案：{entry.title}", by=by, at=at, body=body)


def duty_corrected(entry: DutyEntry, made: DutyEntry, *, by: Any, at: datetime) -> None:
    body = f"更正为：{made.title}（{made.kind}，{made.amount_text}）\n理由：{entry.reason}"
    _tell_deputy("duty_corrected", made, f"履职记录已更正：{entry.title}", by=by, at=at, body=body)


def duty_struck(entry: DutyEntry, *, by: Any, at: datetime) -> None:
    """The deputy, with the reason."""
    body = f"理由：{entry.reason}"
    _tell_deputy("duty_struck", entry, f"履职记录已撤销：{entry.title}", by=by, at=at, body=body)


def duty_objected(objection: DutyObjection, *, by: Any, at: datetime) -> None:
    """The office."""
    entry = objection.entry
    title = f"代表对履职记录提出异议：{entry.deputy.name}，{entry.title}"
    on = timezone.localdate(at)
    tell("duty_objected", people_with(Role.CLERK, on=on), entry, title, by=by, at=at, body=objection.text)


def objection_answered(objection: DutyObjection, *, by: Any, at: datetime) -> None:
    word = "异议成立，将予更正" if objection.accepted else "异议不成立"
    title = f"履职记录异议已答复：{objection.entry.title}"
    body = f"{word}。{objection.answer}"
    _tell_deputy("objection_answered", objection.entry, title, by=by, at=at, body=body, mark=objection.pk)


def _tell_deputy(event: str, entry: DutyEntry, title: str, **how: Any) -> None:
    """Who has no account learns it from the convener or the office; nobody else is bothered."""
    if entry.deputy.user_id:
        tell(event, [entry.deputy.user_id], entry, title, **how)


def _approvers(entry: DutyEntry, at: datetime) -> QuerySet[User]:
    """The clerks where a group has no convener, or a township no clerk."""
    on, seats = timezone.localdate(at), list(entry.deputy.mandates.all())
    found = User.objects.none()
    if entry.level == Level.TOWNSHIP:
        offices = {people.township_office_of(seat) for seat in seats if seat.level == Level.TOWNSHIP}
        held = {"memberships__role": Role.TOWNSHIP_CLERK, "memberships__organisation__in": offices - {None}}
        found = people_with(Role.TOWNSHIP_CLERK, on=on).filter(**held).distinct()
    elif entry.kind.approver == Approver.GROUP:
        groups = {seat.group_id for seat in seats} - {None}
        found = people_with(Role.GROUP_CONVENER, on=on).filter(deputy__mandates__group__in=groups).distinct()
    others = found.exclude(pk=entry.deputy.user_id)
    return others if others.exists() else people_with(Role.CLERK, on=on)
