"""The clocks of the issue ledger: handing over, mending, confirming."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.workdays.clock import today
from supervision.models import Problem
from supervision.rules.house import ANSWERING
from supervision.states.problem import CHECK, HAND, MEND, ProblemState

OFFICE = 3
S = ProblemState
# clock, its name, the states in which it is owed
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (HAND, "问题交办", (S.FOUND,)),
    (MEND, "问题整改", (S.MENDING,)),
    (CHECK, "问题销号核实", (S.CLAIMED,)),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, states in KINDS:
        register_owed(key, name, Problem, {"state__in": states}, recipients=people)


def people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the unit, or the committee; once it is serious the clerks and the leader in charge."""
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        leaders = leaders_in_charge(bodies)
        charged = {body: {leader} for body, leader in leaders.items()}
        return {clock.pk: clerks | charged.get(clock.organisation_id or 0, set()) for clock in clocks}
    found = people_by_organisation((*ANSWERING, Role.COMMITTEE), bodies, today())
    return {clock.pk: found.get(clock.organisation_id or 0) or clerks for clock in clocks}
