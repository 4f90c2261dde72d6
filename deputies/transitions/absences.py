"""Absence from a whole session: noticed when its attendance is closed, taken back when a correction shows otherwise."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity, Invitation, Mandate, Meeting, SessionAbsence
from deputies.querysets.absences import wholly_absent
from deputies.rules import may_handle_absence
from deputies.states import ActivityState
from foundation.audit import record
from foundation.workflow import Refused, lock

OVER = (ActivityState.CLOSED, ActivityState.CANCELLED)


def weigh_session(activity: Activity, *, by: Any, at: datetime) -> None:
    """Looks at a session again after one of its half-days was closed or corrected; nothing while one is open.

    New absences: deputy, head of the delegation and office hear; at the second also the leaders. The portal ends no
    seat. Absences that fall away are withdrawn.
    """
    if activity.meeting_id is None or not activity.kind.warns_of_absence:
        return
    halves = Activity.objects.filter(meeting=activity.meeting_id, kind__warns_of_absence=True, level=activity.level)
    if halves.exclude(state__in=OVER).exists():
        return
    absent = wholly_absent(Invitation.objects.filter(activity__in=halves.filter(state=ActivityState.CLOSED)))
    meeting = lock(Meeting, activity.meeting_id)
    known = SessionAbsence.objects.standing().filter(meeting=meeting, mandate__level=activity.level)
    for row in known.exclude(mandate__deputy__in=absent).select_related("mandate__deputy"):
        _withdraw(row, by=by, at=at)
    noticed = set(known.values_list("mandate__deputy", flat=True))
    seats = Mandate.objects.filter(deputy__in=absent - noticed, term=meeting.term_id, level=activity.level)
    for seat in seats.serving_on(activity.day).select_related("deputy", "delegation").order_by("pk"):
        _notice(seat, meeting, by=by, at=at)


@transaction.atomic
def handle_absence(pk: Any, *, by: Any, at: datetime, handling: str, version: int | None = None) -> SessionAbsence:
    """The office writes down what was done: a talk, a check of the grounds, the proposal to the credentials committee.

    Refused: not the office, twice, after a withdrawal, without words.
    """
    absence = lock(SessionAbsence, pk, version=version)
    may_handle_absence(by, absence, on=at.date()).require()
    if not handling.strip():
        raise Refused("请写明处理情况。", "input", field="handling")
    absence.handling, absence.handled_by, absence.handled_at = handling.strip(), by, at
    absence.bump("handling", "handled_by", "handled_at")
    record("deputies.handle_absence", absence, by=by, at=at, summary=f"{absence}：已处理。", visibility="office")
    return absence


def _notice(seat: Mandate, meeting: Meeting, *, by: Any, at: datetime) -> None:
    before = SessionAbsence.objects.standing().filter(mandate=seat).count()
    row = SessionAbsence.objects.create(mandate=seat, meeting=meeting, ordinal=before + 1, noticed_at=at)
    record("deputies.session_absence", row, by=by, at=at, summary=f"{row}（{meeting}）。", visibility="office")
    notices.session_missed(row, by=by, at=at)


def _withdraw(row: SessionAbsence, *, by: Any, at: datetime) -> None:
    row.withdrawn_at = at
    row.bump("withdrawn_at")
    record("deputies.withdraw_absence", row, by=by, at=at, summary=f"{row}：出席情况更正，撤销。", visibility="office")
