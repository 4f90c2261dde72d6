"""The clocks of livelihood projects: screening, examination, the monthly report, completion, acceptance."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.workdays.clock import today
from supervision.models import Project, ProjectCheck, ProjectYear
from supervision.rules.house import ANSWERING
from supervision.states.project import ProjectState
from supervision.states.project_year import YearState

OFFICE = 3
# clock, its name, the model it runs on, the rows among which it is still owed
KINDS: tuple[tuple[str, str, type, dict[str, Any]], ...] = (
    ("project_screening", "民生实事意见筛选", ProjectYear, {"state": YearState.SCREENING}),
    ("project_check", "初步项目可行性论证", ProjectCheck, {"answered_at__isnull": True}),
    ("project_progress", "民生实事项目进展填报", Project, {"state": ProjectState.UNDER_WAY}),
    ("project_finish", "民生实事项目完成", Project, {"state": ProjectState.UNDER_WAY}),
    ("project_accept", "民生实事项目验收", Project, {"state": ProjectState.REPORTED}),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, owed in KINDS:
        register_owed(key, name, model, owed, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body or the township; the clerks for their own, and once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(ANSWERING, bodies, today())
    found = {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}
    return {pk: told | clerks for pk, told in found.items()} if level == OFFICE else found
