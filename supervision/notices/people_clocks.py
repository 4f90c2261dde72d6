"""The clocks of appointments, appointees and resolutions: whom they remind, and of what."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.workdays.clock import today
from supervision.models import AppointeeMeasure, DutyReport, Nominee, Resolution, ResolutionTask
from supervision.rules.house import ANSWERING
from supervision.states.appointees import DutyReportState, MeasureState
from supervision.states.appointments import AppointmentState
from supervision.states.resolutions import ResolutionState, TaskState

OFFICE = 3
EARLY = (AppointmentState.FILED, AppointmentState.TABLED)
# clock, its name, the model it runs on, the rows that still owe it
KINDS: tuple[tuple[str, str, Any, dict[str, Any]], ...] = (
    ("nominee_exam", "任前法律知识考试", Nominee, {"appointment__state__in": EARLY}),
    ("nominee_statement", "供职报告", Nominee, {"appointment__state__in": EARLY}),
    ("duty_report", "任命人员履职报告", DutyReport, {"state": DutyReportState.ASKED}),
    ("appointee_measure", "任命人员测评后续措施", AppointeeMeasure, {"state": MeasureState.ORDERED}),
    ("resolution_publish", "决议决定公布", Resolution, {"state": ResolutionState.ADOPTED}),
    ("resolution_task", "决议决定落实", ResolutionTask, {"state": TaskState.HANDED}),
    ("resolution_check", "落实情况确认", ResolutionTask, {"state": TaskState.REPORTED}),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, owed in KINDS:
        register_owed(key, name, model, owed, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever owes it himself; else whoever acts for the body or the committee; the clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks | ({clock.user_id} if clock.user_id else set()) for clock in clocks}
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id and not clock.user_id}
    people = people_by_organisation((*ANSWERING, Role.COMMITTEE), bodies, today())
    return {
        clock.pk: {clock.user_id} if clock.user_id else people.get(clock.organisation_id or 0) or clerks
        for clock in clocks
    }
