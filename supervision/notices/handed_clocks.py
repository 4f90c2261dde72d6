"""The clocks of tasks handed down: the answering house's, and the office's that judges the report."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.workdays.clock import today
from supervision.models import HandedTask
from supervision.notices.handed import HOUSE_ROLES
from supervision.states.handed import OWED, HandedState

OFFICE = 3
# clock, its name, the states in which it is owed
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("handed_task", "上级交办事项办结", OWED),
    ("handed_check", "交办事项报告审核", (HandedState.REPORTED,)),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, states in KINDS:
        register_owed(key, name, HandedTask, {"state__in": states}, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The people of the answering house; the district's clerks for the rest and once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    houses = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(HOUSE_ROLES, houses, today())
    found = {}
    for clock in clocks:
        own = people.get(clock.organisation_id or 0) or clerks
        found[clock.pk] = own | clerks if level == OFFICE else own
    return found
