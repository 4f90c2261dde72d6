"""The clocks of livelihood projects: screening, examination, the monthly report, completion, acceptance."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
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
        register_kind(
            key,
            name=name,
            subject_model=model,
            recipients=_people,
            message=_words,
            still_due=_still(model, owed),
            subjects=_rows(model),
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body or the township; the clerks for their own, and once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(ANSWERING, bodies, today())
    found = {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}
    return {pk: told | clerks for pk, told in found.items()} if level == OFFICE else found


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(model: Any, owed: dict[str, Any]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = model.objects.filter(pk__in={clock.subject_id for clock in clocks}, **owed)
        waiting = set(rows.order_by().values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _rows(model: Any) -> Callable[[Sequence[Deadline]], Mapping[int, Any]]:
    def rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
        found = model.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
        return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}

    return rows


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    if not rows:
        return set()
    found = type(rows[0]).objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
