"""The clock of the steps of a supervision: who is reminded of it and who may see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.deadlines.units import Level
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import UndertakingStep
from supervision.rules.house import ANSWERING
from supervision.states.undertaking import StepState, UndertakingState


def register_all() -> None:
    """Called once by registration."""
    register_kind(
        "oversight_step",
        name="监督步骤",
        subject_model=UndertakingStep,
        recipients=_people,
        message=_words,
        still_due=_still,
        subjects=_rows,
        may_view=lambda user, row: bool(_seen(user, [row])),
        visible_among=_seen,
    )


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


def _still(clocks: Sequence[Deadline]) -> set[int]:
    rows = UndertakingStep.objects.filter(
        pk__in={clock.subject_id for clock in clocks},
        state=StepState.OPEN,
        undertaking__state=UndertakingState.UNDER_WAY,
    )
    waiting = set(rows.order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = UndertakingStep.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    if not rows:
        return set()
    found = UndertakingStep.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
