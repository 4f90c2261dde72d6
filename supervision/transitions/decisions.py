"""The decision that follows the vote on a bill, the register it changes, and the oath to the constitution."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused, lock
from supervision.letters.decision import keep_decision
from supervision.models import Appointee, Appointment, Nominee, Resolution
from supervision.notices import appointments as notices
from supervision.rules import appointments as rules
from supervision.states.appointments import APPOINTMENT_FLOW
from supervision.states.resolutions import ResolutionKind, ResolutionState
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.resolutions import free_number

NOBODY = "这次表决没有通过的任免，不需要印发决定；请与提请机关联系。"


@transaction.atomic
def issue_decision(pk: Any, *, number: str, by: Any, at: datetime, version: int | None = None) -> Appointment:
    """Numbered, written as a document, published; who was appointed enters the register, who was removed leaves it."""
    appointment = lock(Appointment, pk, version=version)
    rules.may_issue_decision(by, appointment, on=day_of(at)).require()
    rows = list(appointment.nominees.filter(is_passed=True).select_related("kind", "organ", "user"))
    if not rows:
        raise Refused(NOBODY, "state")
    meeting, held_on = appointment.meeting, appointment.voted_on or day_of(at)
    resolution = Resolution.objects.create(
        kind=ResolutionKind.APPOINTMENT,
        title=f"{meeting.term.congress.name}常务委员会任免名单",
        text="\n".join(f"{row.line}。" for row in rows),
        number=free_number(number),
        meeting=meeting,
        state=ResolutionState.PUBLISHED,
        drafted_at=at,
        adopted_on=held_on,
        outcome=f"逐人表决，通过{len(rows)}项。",
        published_at=at,
    )
    for row in rows:
        _enter(row, held_on, str(meeting))
    keep_decision(resolution, by=by, at=at)
    appointment.decision = resolution
    appointment.state = APPOINTMENT_FLOW.target("issue_decision", appointment.state)
    appointment.bump("decision", "state")
    note("issue_decision", appointment, f"印发并公布{number}。", by=by, at=at, visibility="public")
    notices.decision_issued(appointment, rows, by=by, at=at)
    return appointment


def _enter(row: Nominee, on: date, meeting: str) -> None:
    """What one line of the decision does to the register."""
    if row.kind.is_removal:
        person = lock(Appointee, row.appointee_id)
        if person.ended_on is None:
            person.ended_on, person.end_reason = max(on, person.appointed_on), f"{meeting}{row.kind.name}"
            person.bump("ended_on", "end_reason")
        return
    facts = {"user": row.user, "appointed_on": on, "basis": meeting}
    place = {"name": row.name, "organ": row.organ, "post": row.post, "ended_on": None}
    row.appointee, _ = Appointee.objects.get_or_create(**place, defaults=facts)
    row.bump("appointee")


@transaction.atomic
def record_pledge(
    pk: Any, *, pledged_on: date, pledge_note: str = "", by: Any, at: datetime, version: int | None = None
) -> Nominee:
    """When, where and before whom he took the oath; the photograph is kept with it."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_record_pledge(by, nominee, on=day_of(at)).require()
    voted = nominee.appointment.voted_on
    if voted and pledged_on < voted:
        raise Refused("宣誓日期不能早于表决日期。", "input", field="pledged_on")
    if pledged_on > day_of(at):
        raise Refused("宣誓日期不能晚于今天。", "input", field="pledged_on")
    nominee.pledged_on = pledged_on
    nominee.pledge_note = filled(pledge_note, "请写明宣誓地点和监誓人。", "pledge_note")[:200]
    nominee.bump("pledged_on", "pledge_note")
    note("record_pledge", nominee, f"宪法宣誓：{nominee.pledge_note}", by=by, at=at)
    return nominee
