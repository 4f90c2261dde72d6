"""The clocks of street committees and presidiums: the next meeting, the plan of the year, its report."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.workdays.clock import today
from supervision.models import LocalBody, LocalYear
from supervision.states.local import LocalYearState

OFFICE = 3
AT_WORK = {"organisation__is_active": True}
# clock, its name, the model it runs on, the rows that still owe it
KINDS: tuple[tuple[str, str, type, dict[str, Any]], ...] = (
    ("local_street_meeting", "人大街道工委会议", LocalBody, AT_WORK),
    ("local_presidium_meeting", "乡镇人大主席团会议", LocalBody, AT_WORK),
    ("local_plan", "乡镇街道人大年度计划", LocalYear, {"state": LocalYearState.DRAFT}),
    ("local_report", "乡镇街道人大年终报告", LocalYear, {"state": LocalYearState.FILED}),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, owed in KINDS:
        register_owed(key, name, model, owed, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The clerks of the house; the district's clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    houses = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(Role.TOWNSHIP_CLERK, houses, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}
