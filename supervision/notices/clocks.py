"""The clock of the steps of a supervision: who is reminded of it and who may see it."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.deadlines.units import Level
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import UndertakingStep
from supervision.rules.house import ANSWERING
from supervision.states.undertaking import StepState, UndertakingState

OWED = {"state": StepState.OPEN, "undertaking__state": UndertakingState.UNDER_WAY}


def register_all() -> None:
    """Called once by registration."""
    register_owed("oversight_step", "监督步骤", UndertakingStep, OWED, recipients=_people, message=_words)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body, or works in the committee; the clerks for their own steps and once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == Level.OFFICE:
        return {clock.pk: clerks for clock in clocks}
    houses = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation((*ANSWERING, Role.COMMITTEE), houses, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}


def _words(clock: Deadline, row: UndertakingStep, light: Light) -> tuple[str, str, str]:
    body = f"“{row.name}”期限{date_text(clock.due_on)}，{light.text}。"
    return f"{row.name}{light.text}：{row.undertaking}", body, row.get_absolute_url()
