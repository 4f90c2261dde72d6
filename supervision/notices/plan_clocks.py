"""The clock of calls for topics: from the last day until everybody reads what became of the ideas."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import Solicitation
from supervision.states.solicitation import SolicitationState

ANSWER = "solicitation_answer"


def register() -> None:
    """Called once by registration."""
    register_kind(
        ANSWER,
        name="议题征集采纳情况公布",
        subject_model=Solicitation,
        recipients=_people,
        message=_words,
        still_due=_still_due,
        subjects=_rows,
        may_view=lambda user, row: bool(_seen(user, [row])),
        visible_among=_seen,
    )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    clerks = set(people_with((Role.CLERK, Role.SECRETARY), on=today()).values_list("pk", flat=True))
    return {clock.pk: clerks for clock in clocks}


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"请逐条研究议题建议，在{date_text(clock.due_on)}前公布采纳情况，{light.text}。"
    return f"议题征集采纳情况{light.text}：{row}", body, row.get_absolute_url()


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    rows = Solicitation.objects.filter(pk__in={clock.subject_id for clock in clocks})
    waiting = set(rows.filter(state=SolicitationState.CLOSED).order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = Solicitation.objects.in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    found = Solicitation.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
