"""The clocks of the issue ledger: handing over, mending, confirming."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
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
        register_kind(
            key,
            name=name,
            subject_model=Problem,
            recipients=people,
            message=words,
            still_due=_still(states),
            subjects=_rows,
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


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


def words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    """Title, body and address of a reminder."""
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(states: Sequence[str]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = Problem.objects.filter(pk__in={clock.subject_id for clock in clocks}, state__in=states)
        waiting = set(rows.order_by().values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = Problem.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    found = Problem.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True)) if rows else set()
